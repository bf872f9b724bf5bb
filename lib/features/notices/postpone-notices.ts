import { inTransaction } from '#lib/adapters/db/client.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { minuteMs } from '#lib/domain/durations.ts'
import type { HoldReason } from '#lib/domain/holding.ts'

// When to look again at what could not be said now.
const postponeMs = 5 * minuteMs

/**
 * Takes notices out of their message: they are decided about anew, a little later. The message goes without them.
 * @param waitsFor why; without it there was no answer about their Items
 */
export async function postponeNotices(
  noticeIds: string[],
  now: Date,
  waitsFor: HoldReason | 'bank_away' = 'bank_away',
): Promise<void> {
  if (noticeIds.length === 0) return
  const dueAt = new Date(now.getTime() + postponeMs)
  await inTransaction(async (tx) => {
    for (const id of noticeIds) {
      const { count } = await tx.notice.updateMany({
        where: { id, state: 'pending' },
        data: { messageId: null, dueAt, waitsFor },
      })
      if (count === 0) continue
      const { userId } = await tx.notice.findUniqueOrThrow({ where: { id }, select: { userId: true } })
      await enqueue(tx, 'tell-person', { userId }, dueAt)
    }
  })
}
