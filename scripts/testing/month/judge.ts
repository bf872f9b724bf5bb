import { createHash } from 'node:crypto'
import { z } from 'zod'
import { db } from '#lib/adapters/db/client.ts'
import { answerMailEvent } from '#lib/features/notices/answer-mail-event.ts'
import { mailEventBody, signMailEvent } from '../mail-events.ts'
import type { SandboxMail } from '../sandbox-client.ts'
import { hourMs, minuteMs, type Person, type World } from './world.ts'

const quietFrom = 21
const quietUntil = 8
const usualZone = 'UTC'
const longestTopic = 32

/** What was wrong with something that reached a person, by the simulation's own record. */
export type Verdict = { at: string; why: string; channel: 'email' | 'push'; person: string; about: string }

export type Judgement = { wrong: Verdict[]; atNight: number; mails: number; pushes: number; notices: number }

export function openJudgement(): Judgement {
  return { wrong: [], atNight: 0, mails: 0, pushes: 0, notices: 0 }
}

/** Looks at all that has just arrived, at mailboxes and in browsers, and empties them. */
export async function judge(world: World, judgement: Judgement, at: number): Promise<void> {
  const { sandbox, people, browsers } = world
  const [mails, pushes] = await Promise.all([sandbox.mails(), sandbox.pushes()])
  for (const mail of mails) {
    const person = people.find(({ email }) => mail.to.includes(email))
    const notices = await noticesOf({ attempts: { some: { id: mail.idempotencyKey ?? '' } } })
    judgement.mails += 1
    await look(world, judgement, { channel: 'email', person, notices, text: mail.text }, at)
    if (person) planEcho(world, person, mail, at)
  }
  for (const { subscriptionId, topic } of pushes) {
    const notices = (await recentNotices(browsers.get(subscriptionId))).filter(({ messageId }) =>
      isTopicOf(topic, messageId),
    )
    judgement.pushes += 1
    await look(world, judgement, { channel: 'push', person: browsers.get(subscriptionId), notices, text: null }, at)
  }
  if (mails.length > 0) await sandbox.emptyMailbox()
  if (pushes.length > 0) await sandbox.forgetPushes()
}

type Notice = Awaited<ReturnType<typeof noticesOf>>[number]
type Arrival = { channel: 'email' | 'push'; person: Person | undefined; notices: Notice[]; text: string | null }

async function look(world: World, judgement: Judgement, arrival: Arrival, at: number): Promise<void> {
  const { channel, person, notices, text } = arrival
  const complain = (why: string, about: string) =>
    judgement.wrong.push({ at: new Date(at).toISOString(), why, channel, person: person?.userId ?? '?', about })
  const messageId = notices[0]?.messageId
  if (!person || !messageId) return void complain('of nobody', text ?? '')
  if (!person.toldAt.has(messageId)) {
    person.toldAt.set(messageId, at)
    judgement.notices += notices.length
  }
  if (isNight(person, at)) judgement.atNight += 1
  if (channel === 'email' && !person.wantsEmail) complain('opted out', messageId)
  if (channel === 'email' && person.isGivenUp) complain('given up address', messageId)
  for (const { why, about } of findLies(world, person, notices, at)) complain(why, about)
  const named = person.items.filter(({ institutionName }) => text?.replace(/\s+/g, ' ').includes(institutionName))
  const told = new Set(notices.map(({ itemId }) => itemId))
  if (text !== null && (named.length !== told.size || named.some(({ itemId }) => !told.has(itemId)))) {
    complain('other banks than noted', named.map(({ institutionName }) => institutionName).join())
  }
}

function findLies({ outages }: World, { items }: Person, notices: Notice[], at: number) {
  return notices.flatMap(({ itemId, kind }) => {
    const item = items.find((one) => one.itemId === itemId)
    if (!item) return [{ why: 'an Item of another person', about: itemId }]
    const about = `${kind}, in truth ${item.trouble?.kind ?? 'healthy'}, ${itemId}`
    if (item.isRemoved || !item.trouble) return [{ why: 'healthy', about }]
    if (item.trouble.kind !== kind) return [{ why: 'other trouble', about }]
    const isDown = outages.some(
      ({ institutionId, knownAt, until }) => institutionId === item.institutionId && knownAt <= at && at < until,
    )
    return isDown ? [{ why: 'bank down', about }] : []
  })
}

/** By the clock on the person's wall. */
function isNight({ timeZone }: Person, at: number): boolean {
  const format = { hour: 'numeric', hourCycle: 'h23', timeZone: timeZone ?? usualZone } as const
  const hour = Number(new Intl.DateTimeFormat('en', format).format(at))
  return hour >= quietFrom || hour < quietUntil
}

const Echo = { bounces: 'email.bounced', complains: 'email.complained', good: 'email.delivered' } as const

/** What the provider tells of a mail, a little later. */
function planEcho({ agenda, chance }: World, person: Person, mail: SandboxMail, at: number): void {
  const attemptId = z.string().parse(mail.idempotencyKey)
  const bounce = person.inbox === 'bounces' ? { bounce: { type: 'Permanent', subType: 'NoEmail', message: '' } } : {}
  const type = Echo[person.inbox]
  const delayMs =
    person.inbox === 'complains' ? chance.between(minuteMs, 20 * hourMs) : chance.between(0, 10 * minuteMs)
  agenda.add(at + delayMs, async (then) => {
    const body = mailEventBody({ type, attemptId, providerId: mail.id, to: mail.to, ...bounce })
    const now = new Date(then)
    const answer = await answerMailEvent({ headers: signMailEvent(body, now), rawBody: Buffer.from(body) }, now)
    if (answer !== 'taken') throw new Error(`a mail event was answered ${answer}`)
    if (person.inbox !== 'good') person.isGivenUp = true
  })
}

/** Which notices the simulation's Relink says it told; what is true of them it does not say. */
async function noticesOf(message: { attempts: { some: { id: string } } }) {
  const rows = await db().notice.findMany({ where: { message, state: 'sent' }, include: { incident: true } })
  return rows.map(({ messageId, kind, incident }) => ({ messageId, kind, itemId: incident.itemId }))
}

async function recentNotices(person: Person | undefined): Promise<Notice[]> {
  const rows = await db().notice.findMany({
    where: { userId: person?.userId ?? '', state: 'sent', messageId: { not: null } },
    include: { incident: true },
  })
  return rows.map(({ messageId, kind, incident }) => ({ messageId, kind, itemId: incident.itemId }))
}

function isTopicOf(topic: string | null, messageId: string | null): boolean {
  return (
    topic ===
    createHash('sha256')
      .update(messageId ?? '')
      .digest('base64url')
      .slice(0, longestTopic)
  )
}
