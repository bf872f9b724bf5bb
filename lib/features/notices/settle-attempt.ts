import { inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { keepFailed, keepSent } from './end-notices.ts'
import type { StoredAttempt } from './read-attempt.ts'

type Sent = { subject: string; providerId: string | null }
type Ended = { state: 'dropped' | 'failed'; reason: string }

/** Records that the provider has the message. What its webhooks said before we got here stays. */
export function keepAttemptSent(attempt: StoredAttempt, noticeIds: string[], sent: Sent, now: Date): Promise<void> {
  const { id, messageId, message } = attempt
  return inTransaction(async (tx) => {
    await tx.attempt.updateMany({ where: { id, state: 'pending' }, data: { state: 'sent', settledAt: now } })
    await tx.attempt.update({ where: { id }, data: { providerId: sent.providerId } })
    await tx.message.updateMany({
      where: { id: messageId, state: { in: ['pending', 'dropped', 'failed'] } },
      data: { state: 'sent', reason: null, subject: sent.subject, settledAt: now },
    })
    await keepSent(tx, noticeIds, sent.subject, message.askedBy, now)
  })
}

/** Ends an attempt that brought nothing over, and with the last one its message. */
export function endAttempt(attempt: StoredAttempt, ended: Ended, now: Date): Promise<void> {
  const { id, messageId, message } = attempt
  return inTransaction(async (tx) => {
    const { count } = await tx.attempt.updateMany({
      where: { id, state: 'pending' },
      data: { ...ended, settledAt: now },
    })
    if (count === 1) await endMessage(tx, { messageId, userId: message.userId }, now)
  })
}

/**
 * A message none of whose attempts went out has ended. If one was refused, its notices have failed; else they are
 * free again and the person's next decision takes them, over another channel perhaps.
 */
async function endMessage(tx: Transaction, ids: { messageId: string; userId: string }, now: Date): Promise<void> {
  const { messageId, userId } = ids
  await tx.$queryRaw`SELECT id FROM messages WHERE id = ${messageId} FOR UPDATE`
  const attempts = await tx.attempt.findMany({ where: { messageId } })
  if (attempts.some(({ state }) => state !== 'dropped' && state !== 'failed')) return
  const failed = attempts.find(({ state }) => state === 'failed')
  const reason = (failed ?? attempts[0])?.reason ?? null
  await tx.message.update({
    where: { id: messageId },
    data: { state: failed ? 'failed' : 'dropped', reason, settledAt: now },
  })
  const left = await tx.notice.findMany({ where: { messageId, state: 'pending' }, select: { id: true } })
  const noticeIds = left.map(({ id }) => id)
  if (failed) await keepFailed(tx, noticeIds, reason ?? 'failed', now)
  else await tx.notice.updateMany({ where: { id: { in: noticeIds } }, data: { messageId: null } })
  await enqueue(tx, 'tell-person', { userId })
}
