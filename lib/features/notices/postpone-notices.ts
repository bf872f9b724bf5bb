import { inTransaction } from '#lib/adapters/db/client.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'

// When to look again at what could not be said now.
const postponeMs = 5 * 60 * 1000

/** Takes notices out of their message: they are decided about anew, a little later. The message goes without them. */
export async function postponeNotices(noticeIds: string[], now: Date): Promise<void> {
  if (noticeIds.length === 0) return
  const dueAt = new Date(now.getTime() + postponeMs)
  await inTransaction(async (tx) => {
    for (const id of noticeIds) {
      const { count } = await tx.notice.updateMany({
        where: { id, state: 'pending' },
        data: { messageId: null, dueAt, waitsFor: 'bank_away' },
      })
      if (count === 0) continue
      const { userId } = await tx.notice.findUniqueOrThrow({ where: { id }, select: { userId: true } })
      await enqueue(tx, 'tell-person', { userId }, dueAt)
    }
  })
}
