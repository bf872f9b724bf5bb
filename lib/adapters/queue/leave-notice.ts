import type { Transaction } from '#lib/adapters/db/client.ts'
import type { NoticeKind } from '#lib/domain/notice.ts'
import { enqueue } from './queue.ts'

export type NewNotice = { incidentId: string; userId: string; kind: NoticeKind; askedBy: string }

/** Leaves a notice and the job that sends it in the caller's transaction. */
export async function leaveNotice(tx: Transaction, notice: NewNotice, at: Date): Promise<void> {
  const { incidentId, kind } = notice
  const number = 1 + (await tx.notice.count({ where: { incidentId, kind } }))
  const { id } = await tx.notice.create({ data: { ...notice, number, anchorAt: at, dueAt: at, createdAt: at } })
  await enqueue(tx, 'send-notice', { noticeId: id })
}
