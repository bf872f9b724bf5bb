import type { NoticeKind } from '#lib/domain/notice.ts'
import type { ScheduledStep } from '#lib/domain/notice-schedule.ts'
import type { Transaction } from './client.ts'

/** The last step that an incident's schedule has come to, to be told once more; the first where there was none. */
export async function lastStepAgain(
  tx: Transaction,
  incident: { id: string; openedAt: Date },
  kind: NoticeKind,
  dueAt: Date,
): Promise<ScheduledStep> {
  const last = await tx.notice.findFirst({ where: { incidentId: incident.id, kind }, orderBy: { number: 'desc' } })
  return { number: last?.number ?? 1, anchorAt: last?.anchorAt ?? incident.openedAt, dueAt }
}
