import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { afterQuietHours } from '#lib/domain/quiet-hours.ts'
import { timeZoneOf } from '#lib/domain/time-zone.ts'
import { env } from '#lib/env.ts'

export type OpenAttempt = { notices: { noticeId: string; itemId: string }[] }

/**
 * An attempt that is to be made now, with the Items that it speaks of; null when it came to its end, or when it has
 * become night where its person lives since it was planned: then it waits for the morning.
 */
export async function openAttempt(attemptId: string, now: Date): Promise<OpenAttempt | null> {
  const attempt = await readItemsOf(attemptId)
  if (attempt?.state !== 'pending') return null
  const { user, askedBy, notices } = attempt.message
  const { NOTICE_TIME_ZONE, noticeRules } = env()
  const morning = afterQuietHours(now, timeZoneOf(user, NOTICE_TIME_ZONE), noticeRules)
  if (morning > now && askedBy === 'relink') {
    await inTransaction((tx) => enqueue(tx, 'send-attempt', { attemptId }, morning))
    return null
  }
  return { notices: notices.map(({ id, incident }) => ({ noticeId: id, itemId: incident.itemId })) }
}

/** No more of it than is needed before Plaid has been asked; what it says is read after that. */
function readItemsOf(attemptId: string) {
  return db().attempt.findUnique({
    where: { id: attemptId },
    select: {
      state: true,
      message: {
        select: {
          askedBy: true,
          user: { select: { timeZone: true, browserTimeZone: true } },
          notices: {
            where: { state: { in: ['pending', 'sent'] } },
            orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
            select: { id: true, incident: { select: { itemId: true } } },
          },
        },
      },
    },
  })
}
