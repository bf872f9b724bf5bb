import { type AllowedMoment, allowedMoment, type Limits } from './allowed-moment.ts'
import { dayMs } from './durations.ts'
import { type Holding, type HoldReason, whyHeld } from './holding.ts'
import type { NoticeKind } from './notice.ts'
import { stepGapMs } from './notice-schedule.ts'

/** A notice that has neither gone nor been dropped. */
export type WaitingNotice = Holding & {
  noticeId: string
  incidentId: string
  kind: NoticeKind
  /** Its step in the schedule; above 1 it reminds. */
  number: number
  dueAt: Date
  /** Of a reminder: when the step before it was sent. */
  createdAt: Date
}

/** Over which channels a person can be told, and why not over the others. */
export type Reach = {
  email: 'yes' | 'unwanted' | 'bounced' | 'complained'
  push: 'yes' | 'unwanted' | 'none'
}

export type ChannelName = 'email' | 'push'

export type TellingFacts = Limits & {
  /** All that waits for this person. */
  notices: readonly WaitingNotice[]
  reach: Reach
  now: Date
}

export type WaitReason = 'grace' | 'schedule' | 'company' | 'quiet_hours' | 'budget' | HoldReason

export type DropReason = 'unreachable_unsubscribed' | 'unreachable_bounced' | 'unreachable_complained' | 'too_late'

/** What to do for a person. After a drop or a message, decide again about what is left. */
export type Telling =
  | { type: 'nothing' }
  | { type: 'drop'; noticeIds: string[]; reason: DropReason }
  /** `until`: when to decide again if nothing happens before; null where only somebody's act changes the answer. */
  | { type: 'wait'; until: Date | null; reasons: { noticeId: string; reason: WaitReason }[] }
  | { type: 'tell'; noticeIds: string[]; channels: ChannelName[] }

/** Nobody reads a message about more; the rest goes with the next one. */
export const mostTopics = 20
/** A reminder that is due within this time comes along, so that it costs no message of its own. */
const comesAlongMs = dayMs
/** Later than this nobody needs to hear that all is well again. */
const repairIsNewsMs = dayMs

/**
 * Decides whether a person is told now, of what and over which channels; else when to decide again.
 * @throws RangeError for a time zone that is none
 */
export function decideTelling(given: TellingFacts): Telling {
  const facts = { ...given, notices: given.notices.map(afterQuiet) }
  const { notices, now } = facts
  if (notices.length === 0) return { type: 'nothing' }
  const stale = notices.filter((notice) => staleAt(notice) <= now.getTime())
  if (stale.length > 0) return { type: 'drop', noticeIds: idsOf(stale), reason: 'too_late' }

  const free = notices.filter(({ heldBy }) => heldBy === null)
  const due = free.filter(({ dueAt }) => dueAt <= now)
  if (due.length === 0) return wait(facts, { at: earliestDue(free), because: null })
  const channels = channelsOf(facts.reach)
  if (channels.length === 0) return { type: 'drop', noticeIds: idsOf(due), reason: whyUnreachable(facts.reach) }
  const allowed = allowedMoment(now, facts)
  if (allowed.because !== null) return wait(facts, allowed)
  const companyAt = companyDue(free, due, facts)
  if (companyAt) return wait(facts, { at: companyAt, because: 'company' })
  return { type: 'tell', noticeIds: idsOf(topicsOf(free, due, now)), channels }
}

/** A notice is not due before the quiet that its person asked for is over. */
function afterQuiet(notice: WaitingNotice): WaitingNotice {
  const { quietUntil, dueAt } = notice
  return quietUntil && quietUntil > dueAt ? { ...notice, dueAt: quietUntil } : notice
}

type Obstacle = { at: Date | null; because: AllowedMoment['because'] | 'company' }

function wait(facts: TellingFacts, obstacle: Obstacle): Telling {
  const { notices } = facts
  const instants = notices.map(staleAt)
  if (obstacle.at) instants.push(obstacle.at.getTime())
  const until = Math.min(...instants)
  return {
    type: 'wait',
    until: Number.isFinite(until) ? new Date(until) : null,
    reasons: notices.map((notice) => ({ noticeId: notice.noticeId, reason: whyWaits(notice, facts, obstacle) })),
  }
}

function whyWaits(notice: WaitingNotice, { now, rules }: TellingFacts, obstacle: Obstacle): WaitReason {
  const held = whyHeld(notice, now)
  if (held) return held
  const { at, because } = obstacle
  // What becomes due while the others wait for quiet hours or the budget waits for the same.
  const meetsIt = because === 'company' ? notice.dueAt <= now : at !== null && notice.dueAt < at
  if (because !== null && meetsIt) return because
  const isInGrace = notice.number === 1 && notice.dueAt.getTime() - notice.createdAt.getTime() <= rules.graceMs
  return isInGrace ? 'grace' : 'schedule'
}

/**
 * When to look again because another first notice comes due within a grace time, so that two banks that break together
 * make one message; null where nothing is worth waiting for. The wait is bounded by the moment at which the earliest
 * that is due could have gone at the soonest, and never leads into quiet hours.
 */
function companyDue(free: readonly WaitingNotice[], due: readonly WaitingNotice[], facts: TellingFacts): Date | null {
  const { now, rules } = facts
  const candidates = free.filter(
    ({ number, dueAt }) => number === 1 && dueAt > now && dueAt.getTime() <= now.getTime() + rules.graceMs,
  )
  const readyAt = earliestDue(due)
  if (candidates.length === 0 || !readyAt) return null
  const bound = allowedMoment(readyAt, facts).at.getTime() + rules.graceMs
  const worthIt = candidates
    .map(({ dueAt }) => dueAt)
    .filter((dueAt) => dueAt.getTime() <= bound && allowedMoment(dueAt, facts).because === null)
  return worthIt.length > 0 ? new Date(Math.max(...worthIt.map((dueAt) => dueAt.getTime()))) : null
}

/** What goes into the message: all that is due, and reminders that may come along; the most urgent if that is much. */
function topicsOf(free: readonly WaitingNotice[], due: readonly WaitingNotice[], now: Date): WaitingNotice[] {
  const along = free.filter(
    ({ number, dueAt, createdAt, quietUntil }) =>
      number > 1 &&
      dueAt > now &&
      !(quietUntil && quietUntil > now) &&
      dueAt.getTime() <= now.getTime() + comesAlongMs &&
      createdAt.getTime() + stepGapMs <= now.getTime(),
  )
  return [...due.toSorted(byUrgency), ...along.toSorted(byUrgency)].slice(0, mostTopics).sort(byUrgency)
}

const urgency: Record<NoticeKind, number> = {
  broken: 0,
  ends_soon: 1,
  access_revoked: 2,
  cannot_return: 2,
  repaired: 3,
}

function byUrgency(one: WaitingNotice, other: WaitingNotice): number {
  if (one.kind !== other.kind && urgency[one.kind] !== urgency[other.kind])
    return urgency[one.kind] - urgency[other.kind]
  // Of two ends the one that was announced before is nearer.
  if (one.kind === 'ends_soon' && one.number !== other.number) return other.number - one.number
  return one.dueAt.getTime() - other.dueAt.getTime() || one.createdAt.getTime() - other.createdAt.getTime()
}

/** The channels that reach a person. */
export function channelsOf({ email, push }: Reach): ChannelName[] {
  const channels: ChannelName[] = []
  if (email === 'yes') channels.push('email')
  if (push === 'yes') channels.push('push')
  return channels
}

/** Only asked where no channel is left; the mail's reason counts, since everybody has an address. */
function whyUnreachable({ email }: Reach): DropReason {
  switch (email) {
    case 'bounced':
      return 'unreachable_bounced'
    case 'complained':
      return 'unreachable_complained'
    case 'unwanted':
    case 'yes':
      return 'unreachable_unsubscribed'
  }
}

function staleAt({ kind, createdAt }: WaitingNotice): number {
  return kind === 'repaired' ? createdAt.getTime() + repairIsNewsMs : Number.POSITIVE_INFINITY
}

function earliestDue(notices: readonly WaitingNotice[]): Date | null {
  const [first] = notices.map(({ dueAt }) => dueAt).sort((one, other) => one.getTime() - other.getTime())
  return first ?? null
}

function idsOf(notices: readonly WaitingNotice[]): string[] {
  return notices.map(({ noticeId }) => noticeId)
}
