import type { Transaction } from '#lib/adapters/db/client.ts'
import { readReach } from '#lib/adapters/db/read-reach.ts'
import type { UserModel } from '#lib/adapters/db/rows.ts'
import { dayMs } from '#lib/domain/durations.ts'
import { noticeKinds } from '#lib/domain/notice.ts'
import type { TellingFacts, WaitingNotice } from '#lib/domain/telling.ts'
import { timeZoneOf } from '#lib/domain/time-zone.ts'
import { env } from '#lib/env.ts'
import { holdingOf } from './holding-of.ts'

const weekMs = 7 * dayMs
const mostWaiting = 500

/** What the decision about one person reads, all of it under their lock. */
export async function readTellingFacts(
  tx: Transaction,
  person: UserModel,
  now: Date,
): Promise<Omit<TellingFacts, 'now' | 'rules'>> {
  return {
    notices: await readWaiting(tx, person.id),
    toldAt: await readTold(tx, person.id, now),
    timeZone: timeZoneOf(person, env().NOTICE_TIME_ZONE),
    reach: await readReach(tx, person),
  }
}

async function readWaiting(tx: Transaction, userId: string): Promise<WaitingNotice[]> {
  const rows = await tx.notice.findMany({
    where: { userId, state: 'pending', messageId: null },
    orderBy: { dueAt: 'asc' },
    take: mostWaiting,
    include: {
      incident: {
        select: { heldAt: true, quietUntil: true, item: { select: { institution: { select: { downSince: true } } } } },
      },
    },
  })
  return rows.flatMap(({ id, incident, ...row }) => {
    const kind = noticeKinds.find((one) => one === row.kind)
    if (!kind) return []
    const { incidentId, number, dueAt, createdAt } = row
    return [{ noticeId: id, incidentId, kind, number, dueAt, createdAt, ...holdingOf(incident) }]
  })
}

/** When the messages of the last week went; one that is on its way counts as of now. */
async function readTold(tx: Transaction, userId: string, now: Date): Promise<Date[]> {
  const messages = await tx.message.findMany({
    where: {
      userId,
      OR: [
        { state: 'pending' },
        {
          state: { in: ['sent', 'delivered', 'bounced', 'complained'] },
          settledAt: { gt: new Date(now.getTime() - weekMs) },
        },
      ],
    },
    select: { settledAt: true },
  })
  return messages.map(({ settledAt }) => settledAt ?? now)
}
