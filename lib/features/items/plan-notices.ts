import type { Transaction } from '#lib/adapters/db/client.ts'
import { dropNotices } from '#lib/adapters/db/drop-notices.ts'
import { leaveNotice } from '#lib/adapters/queue/leave-notice.ts'
import type { NoticeKind } from '#lib/domain/notice.ts'
import { firstStep, nextStep } from '#lib/domain/notice-schedule.ts'
import { env } from '#lib/env.ts'

/** `endsAt`: when access ends, in the Item's new state. */
export type NoticePlace = { itemId: string; userId: string; endsAt: Date | null; at: Date }

/** Starts the schedule of a kind for the Item's open incident, unless an admin has stopped its messages. */
export async function planNotices(tx: Transaction, kind: NoticeKind, place: NoticePlace): Promise<void> {
  const { itemId, userId, at, endsAt } = place
  const incident = await tx.incident.findFirst({ where: { itemId, closedAt: null, stoppedAt: null } })
  if (!incident) return
  const step = firstStep(kind, { at, endsAt }, env().noticeRules)
  await leaveNotice(tx, { incidentId: incident.id, userId, kind }, step, at)
}

/** Goes on where the schedule was when the Item became healthy for a moment. */
export async function resumeNotices(tx: Transaction, kind: NoticeKind, place: NoticePlace): Promise<void> {
  const { itemId, userId, at } = place
  const last = await tx.notice.findFirst({
    where: { kind, state: 'sent', incident: { itemId, closedAt: null, stoppedAt: null } },
    orderBy: { number: 'desc' },
  })
  if (!last) return planNotices(tx, kind, place)
  const step = nextStep(kind, last, last.settledAt ?? at, env().noticeRules)
  if (step) await leaveNotice(tx, { incidentId: last.incidentId, userId, kind }, step, at)
}

/** Tells the person that it works again, where we had told them that it did not and the rules want it. */
export async function tellRepaired(tx: Transaction, { itemId, userId, at, endsAt }: NoticePlace): Promise<void> {
  const { noticeRules } = env()
  if (!noticeRules.tellsRepaired) return
  const told = await tx.notice.findFirst({
    where: { state: 'sent', incident: { itemId, closedAt: at } },
    select: { incidentId: true },
  })
  if (!told) return
  const step = firstStep('repaired', { at, endsAt }, noticeRules)
  await leaveNotice(tx, { incidentId: told.incidentId, userId, kind: 'repaired' }, step, at)
}

/** Ends what waits about an Item. What is already on its way ends by itself: it asks for the truth first. */
export async function silenceNotices(tx: Transaction, reason: string, { itemId, at }: NoticePlace): Promise<void> {
  await dropNotices(tx, { incident: { itemId } }, reason, at)
}
