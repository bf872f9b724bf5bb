import type { Transaction } from '#lib/adapters/db/client.ts'
import type { NoticeKind } from '#lib/domain/notice.ts'
import type { ScheduledStep } from '#lib/domain/notice-schedule.ts'
import { enqueue } from './queue.ts'

export type NewNotice = { incidentId: string; userId: string; kind: NoticeKind }

/** Leaves one step of an incident's schedule, and the job that decides about it when it is due. */
export async function leaveNotice(tx: Transaction, notice: NewNotice, step: ScheduledStep, at: Date): Promise<void> {
  await tx.notice.create({ data: { ...notice, ...step, createdAt: at } })
  await enqueue(tx, 'tell-person', { userId: notice.userId }, step.dueAt)
}
