import { dayMs, hourMs } from './durations.ts'
import { type ErrorClass, lookUpError, stateOfErrorClass } from './error-class.ts'
import { type ItemError, type ItemHealth, isBroken } from './item-state.ts'
import { warnBeforeMs } from './next-check.ts'
import { type NoticeKind, noticeKindOf } from './notice.ts'

/** An end of access, and the end of consent that was known with it. */
type AnnouncedEnd = { disconnectsAt: Date | null; consentEndsAt: Date | null }

/** What was found out about an Item, in our terms and after Plaid was asked. */
export type ItemEvent =
  | { type: 'found_healthy'; consentExpiresAt: Date | null }
  | { type: 'found_broken'; error: ItemError }
  /** Plaid says that somebody signed in elsewhere, and calls the Item healthy. */
  | { type: 'repair_reported'; consentExpiresAt: Date | null }
  | ({ type: 'disconnect_announced' } & AnnouncedEnd)
  | { type: 'repair_proved'; consentExpiresAt: Date | null }

/** Why an incident closed. */
export type ClosedReason = 'repaired_here' | 'repaired_elsewhere' | 'removed'

/** What a transition asks for; the shell carries it out in the transaction that stores the new state. */
export type Effect =
  | { type: 'open_incident' }
  | { type: 'reopen_incident' }
  | { type: 'close_incident'; reason: ClosedReason }
  | { type: 'send_notice'; kind: NoticeKind }
  /** Goes on where the person's messages stopped: a first one only if there was none in this incident. */
  | { type: 'resume_notices'; kind: NoticeKind }
  | { type: 'silence_notices'; reason: string }
  /** Only where the person was written to about the incident, and the rules want it. */
  | { type: 'tell_repaired' }
  | { type: 'close_reconnect_links'; reason: string }
  | { type: 'note_outage'; errorType: string; errorCode: string }
  | { type: 'alert_operator'; errorCode: string }

export type Transition = { next: ItemHealth; effects: Effect[] }

/** The instants that a decision needs besides the Item's health. */
export type Instants = { at: Date; lastRepairedAt: Date | null; stateSince: Date }

/** Plaid cuts an Item when it said, or a little later. One that still works two days after its end was not cut. */
const endMarginMs = 2 * dayMs

/** An Item that breaks again so soon after a repair has the same trouble still: one hour. */
export const flapMs = hourMs

/**
 * The Item's life: every state meets every event. Says the next state and what must be done about it; repeats and
 * late events leave the state as it is and ask for nothing.
 */
export function transition(now: ItemHealth, event: ItemEvent, instants: Instants): Transition {
  if (now.state === 'removed') return stay(now)
  switch (event.type) {
    case 'found_healthy':
      return foundHealthy(now, event.consentExpiresAt, instants)
    case 'repair_reported':
      return repairReported(now, event.consentExpiresAt, instants)
    case 'repair_proved':
      return recover(now, event.consentExpiresAt, 'repaired_here')
    case 'found_broken':
      return foundBroken(now, event.error, instants)
    case 'disconnect_announced':
      return announced(now, event, instants)
  }
}

function foundHealthy(now: ItemHealth, consentExpiresAt: Date | null, instants: Instants): Transition {
  // The bank's consent has a known end; whoever lost Plaid's announcement of it is told all the same.
  if (now.state === 'healthy' && endsSoon(consentExpiresAt, instants.at)) {
    return announced(now, { disconnectsAt: consentExpiresAt, consentEndsAt: consentExpiresAt }, instants)
  }
  // An Item that will be cut off still answers as healthy until then; only a later consent shows that it was renewed.
  const isRenewed = endsLater(consentExpiresAt, now.consentEndsAt)
  if (now.state === 'disconnecting_soon' && !isRenewed && !isPast(endOf(now, instants), instants.at)) return stay(now)
  return recover(now, consentExpiresAt, 'repaired_elsewhere')
}

/**
 * Plaid reports only of Items that had needed a sign-in (plaid.com/docs/api/items/#login_repaired). Of one that was to
 * end it says that we missed that, and that it is over. Within a day it may be an older report that is sent again.
 */
function repairReported(now: ItemHealth, consentExpiresAt: Date | null, instants: Instants): Transition {
  const { at, stateSince } = instants
  const isLater = at.getTime() - stateSince.getTime() >= dayMs
  if (now.state === 'disconnecting_soon' && isLater && !endsSoon(consentExpiresAt, at)) {
    return recover(now, consentExpiresAt, 'repaired_elsewhere')
  }
  return foundHealthy(now, consentExpiresAt, instants)
}

function recover(now: ItemHealth, expiresAt: Date | null, reason: ClosedReason): Transition {
  const next: ItemHealth = { state: 'healthy', error: null, expiresAt, consentEndsAt: null }
  if (!isBroken(now.state)) return { next, effects: [] }
  return { next, effects: [...endOfIncident(reason), { type: 'tell_repaired' }] }
}

function foundBroken(now: ItemHealth, error: ItemError, instants: Instants): Transition {
  const { errorClass, actor } = lookUpError(error)
  const state = stateOfErrorClass(errorClass)
  if (state === null) return { next: now, effects: effectsOfNoState(errorClass, error) }
  if (state === 'removed') return removed(now)
  const { next, effects } = enter(now, { state, error, expiresAt: null, consentEndsAt: null }, instants)
  // Its person is told of the new state, and an operator has something to do besides.
  const isAlert = actor === 'operator' && now.state !== state
  return { next, effects: isAlert ? [...effects, { type: 'alert_operator', errorCode: error.errorCode }] : effects }
}

function announced(now: ItemHealth, { disconnectsAt, consentEndsAt }: AnnouncedEnd, instants: Instants): Transition {
  if (now.state !== 'healthy' && now.state !== 'disconnecting_soon') return stay(now)
  // Read so late that the Item, which works, would have been cut by now.
  if (disconnectsAt && isPast(disconnectsAt, instants.at)) return foundHealthy(now, consentEndsAt, instants)
  return enter(now, { state: 'disconnecting_soon', error: null, expiresAt: disconnectsAt, consentEndsAt }, instants)
}

function removed(now: ItemHealth): Transition {
  const next: ItemHealth = { state: 'removed', error: null, expiresAt: null, consentEndsAt: null }
  return { next, effects: isBroken(now.state) ? endOfIncident('removed') : [] }
}

/** Goes into a broken state: a new incident from healthy, a new notice only where the person has something new to do. */
function enter(now: ItemHealth, next: ItemHealth, instants: Instants): Transition {
  if (now.state === next.state) return { next, effects: [] }
  const kind = noticeKindOf(next.state)
  if (now.state === 'healthy' && isFlapping(instants)) {
    return {
      next,
      effects: [
        { type: 'reopen_incident' },
        { type: 'silence_notices', reason: 'broke_again' },
        ...(kind ? [{ type: 'resume_notices' as const, kind }] : []),
      ],
    }
  }
  const notice: Effect[] = kind ? [{ type: 'send_notice', kind }] : []
  if (now.state === 'healthy') return { next, effects: [{ type: 'open_incident' }, ...notice] }
  return { next, effects: [{ type: 'silence_notices', reason: `became_${next.state}` }, ...notice] }
}

function endsSoon(end: Date | null, at: Date): boolean {
  return end !== null && end > at && end.getTime() - at.getTime() < warnBeforeMs
}

/** When an Item is to be cut. An announcement without a time comes a week before (plaid.com/docs/api/items). */
function endOf({ expiresAt }: ItemHealth, { stateSince }: Instants): Date {
  return expiresAt ?? new Date(stateSince.getTime() + warnBeforeMs)
}

function isPast(end: Date, at: Date): boolean {
  return at.getTime() - end.getTime() >= endMarginMs
}

function isFlapping({ at, lastRepairedAt }: Instants): boolean {
  return lastRepairedAt !== null && at.getTime() - lastRepairedAt.getTime() < flapMs
}

function effectsOfNoState(errorClass: ErrorClass, error: ItemError): Effect[] {
  if (errorClass === 'outage') {
    return [{ type: 'note_outage', errorType: error.errorType, errorCode: error.errorCode }]
  }
  if (errorClass === 'operator') return [{ type: 'alert_operator', errorCode: error.errorCode }]
  return []
}

function endOfIncident(reason: ClosedReason): Effect[] {
  return [
    { type: 'silence_notices', reason },
    { type: 'close_reconnect_links', reason },
    { type: 'close_incident', reason },
  ]
}

function stay(now: ItemHealth): Transition {
  return { next: now, effects: [] }
}

/** A renewal adds weeks at least. Less than a day is the same end, told to the second here and to the day there. */
function endsLater(end: Date | null, known: Date | null): boolean {
  return end !== null && known !== null && end.getTime() - known.getTime() >= dayMs
}
