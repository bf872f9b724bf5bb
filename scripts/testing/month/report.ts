import { db } from '#lib/adapters/db/client.ts'
import type { Judgement } from './judge.ts'
import { dayMs, type Person, type World } from './world.ts'

/** How long a trouble that nobody tells us of may stay unknown: until the sweep, a weekend of budget, and a night. */
const toldWithinMs = 12 * dayMs

/** The outcome of a month, all of it counted from what happened, not from what was meant. */
export async function reportMonth(world: World, judgement: Judgement) {
  const states = await db().notice.groupBy({ by: ['state'], _count: true })
  const dropped = await db().notice.groupBy({ by: ['reason'], where: { state: 'dropped' }, _count: true })
  const handedOver = await db().incident.groupBy({
    by: ['handedOverReason'],
    where: { handedOverAt: { not: null } },
    _count: true,
  })
  const messages = world.people.reduce((sum, { toldAt }) => sum + toldAt.size, 0)
  return {
    people: world.people.length,
    items: world.people.reduce((sum, { items }) => sum + items.length, 0),
    incidents: await db().incident.count(),
    planned: states.reduce((sum, { _count }) => sum + _count, 0),
    sent: judgement.notices,
    messages,
    mails: judgement.mails,
    pushes: judgement.pushes,
    merged: judgement.notices - messages,
    waiting: states.find(({ state }) => state === 'pending')?._count ?? 0,
    failed: states.find(({ state }) => state === 'failed')?._count ?? 0,
    dropped: Object.fromEntries(dropped.map(({ reason, _count }) => [reason ?? 'unknown', _count])),
    handedOver: Object.fromEntries(handedOver.map(({ handedOverReason, _count }) => [handedOverReason, _count])),
    mostPerDay: mostWithin(world.people, dayMs),
    mostPerWeek: mostWithin(world.people, 7 * dayMs),
    atNight: judgement.atNight,
    wrong: judgement.wrong,
    untold: await untold(world),
  }
}

export type MonthReport = Awaited<ReturnType<typeof reportMonth>>

/** The largest number of messages that any person got in any window of this length. */
function mostWithin(people: Person[], windowMs: number): number {
  const counts = people.flatMap(({ toldAt }) => {
    const times = [...toldAt.values()]
    return times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length)
  })
  return Math.max(0, ...counts)
}

/** Items in trouble for so long that their person must have heard of it, and has not, although they can be reached. */
async function untold({ people, until }: World): Promise<string[]> {
  const sent = await db().notice.findMany({
    where: { state: 'sent' },
    select: { settledAt: true, incident: { select: { itemId: true } } },
  })
  return people
    .filter(({ wantsEmail, isGivenUp }) => wantsEmail && !isGivenUp)
    .flatMap(({ items }) => items)
    .filter(({ itemId, trouble, isRemoved }) => {
      if (!trouble || isRemoved || trouble.since > until - toldWithinMs) return false
      return !sent.some(({ incident, settledAt }) => incident.itemId === itemId && Number(settledAt) >= trouble.since)
    })
    .map(({ itemId, trouble }) => `${itemId} ${trouble?.kind} since ${new Date(trouble?.since ?? 0).toISOString()}`)
}

/** The block that the bench prints. */
export function showMonth(report: MonthReport): string[] {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([reason, count]) => `${reason} ${count}`)
      .join(', ') || 'none'
  return [
    `${report.people} people, ${report.items} Items, ${report.incidents} incidents`,
    `notices planned ${report.planned}, sent ${report.sent}, still waiting ${report.waiting}, failed ${report.failed}`,
    `messages ${report.messages} (mails ${report.mails}, browser messages ${report.pushes}), merged ${report.merged}`,
    `dropped: ${list(report.dropped)}`,
    `handed over: ${list(report.handedOver)}`,
    `most for one person: ${report.mostPerDay} in 24 h, ${report.mostPerWeek} in 7 days; in quiet hours ${report.atNight}`,
    `wrong mails ${report.wrong.length}, never told ${report.untold.length}`,
  ]
}
