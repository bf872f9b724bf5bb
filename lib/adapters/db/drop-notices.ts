import type { Prisma, Transaction } from './client.ts'
import { recordHistory } from './record-history.ts'

/** Where it is written down that a notice was dropped. */
export type DroppedPlace = { itemId: string; incidentId: string; at: Date }

/**
 * Ends notices that will not be sent, with the reason in their Items' histories. One that was sent a moment ago stays
 * sent: its person has it.
 * @returns a place for each that it ended
 */
export async function dropNotices(
  tx: Transaction,
  where: Prisma.NoticeWhereInput,
  reason: string,
  at: Date,
): Promise<DroppedPlace[]> {
  const waiting = await tx.notice.findMany({
    where: { ...where, state: 'pending' },
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, incidentId: true, incident: { select: { itemId: true } } },
  })
  const dropped: DroppedPlace[] = []
  for (const { id, kind, incidentId, incident } of waiting) {
    const { count } = await tx.notice.updateMany({
      where: { id, state: 'pending' },
      data: { state: 'dropped', reason, waitsFor: null, settledAt: at },
    })
    if (count === 0) continue
    const place = { itemId: incident.itemId, incidentId, at }
    await recordHistory(tx, place, { kind: 'notice_dropped', noticeId: id, noticeKind: kind, reason })
    dropped.push(place)
  }
  return dropped
}
