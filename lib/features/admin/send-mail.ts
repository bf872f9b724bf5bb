import { inTransaction } from '#lib/adapters/db/client.ts'
import { lockItem } from '#lib/adapters/db/lock-item.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { leaveNotice } from '#lib/adapters/queue/leave-notice.ts'
import { noticeKindOf } from '#lib/domain/notice.ts'

export type SendMailResult =
  | { outcome: 'queued' }
  | { outcome: 'not_sent'; reason: 'healthy' | 'removed' | 'already_waiting' | 'unknown_item' }

/**
 * An admin asks that an Item's person be written to now. Whether it is still true is asked once more before it goes.
 * @returns `not_sent` with the reason when there is nothing to write about
 */
export function sendMail(
  input: { itemId: string; adminId: string; adminEmail: string },
  now: Date,
): Promise<SendMailResult> {
  const { itemId } = input
  return inTransaction(async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return { outcome: 'not_sent', reason: 'unknown_item' }
    const kind = noticeKindOf(item.state)
    const incident = await tx.incident.findFirst({ where: { itemId, closedAt: null }, select: { id: true } })
    if (!kind || !incident) return { outcome: 'not_sent', reason: item.state === 'removed' ? 'removed' : 'healthy' }
    const waiting = await tx.notice.count({ where: { incidentId: incident.id, kind, state: 'pending' } })
    if (waiting > 0) return { outcome: 'not_sent', reason: 'already_waiting' }
    const place = { itemId, incidentId: incident.id, at: now }
    await recordHistory(tx, place, { kind: 'mail_asked_for', adminEmail: input.adminEmail })
    await leaveNotice(tx, { incidentId: incident.id, userId: item.userId, kind, askedBy: input.adminId }, now)
    return { outcome: 'queued' }
  })
}
