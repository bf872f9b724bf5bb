import type { Transaction } from '#lib/adapters/db/client.ts'
import { dropNotices } from '#lib/adapters/db/drop-notices.ts'
import { handOver } from '#lib/adapters/db/hand-over.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { itemHealth } from '#lib/adapters/db/views.ts'
import { leaveNotice } from '#lib/adapters/queue/leave-notice.ts'
import { lookUpError } from '#lib/domain/error-class.ts'
import { noticeKinds } from '#lib/domain/notice.ts'
import { nextStep } from '#lib/domain/notice-schedule.ts'
import { env } from '#lib/env.ts'

const unreachable = /^unreachable_/

function readNotices(tx: Transaction, noticeIds: string[]) {
  return tx.notice.findMany({
    where: { id: { in: noticeIds } },
    include: { incident: { select: { itemId: true, closedAt: true, stoppedAt: true, item: true } } },
    orderBy: { id: 'asc' },
  })
}

type EndedNotice = Awaited<ReturnType<typeof readNotices>>[number]

/**
 * Ends notices that are not sent. Where nobody was or could be told, that ends the schedule of the incident too, which
 * support takes over.
 */
export async function giveUpNotices(tx: Transaction, noticeIds: string[], reason: string, at: Date): Promise<void> {
  const dropped = await dropNotices(tx, { id: { in: noticeIds } }, reason, at)
  if (!unreachable.test(reason)) return
  for (const place of dropped) await handOver(tx, place, reason)
}

/**
 * Records that notices reached the provider, closes the links of what their people were sent before, and leaves the
 * next step of each one's schedule.
 */
export async function keepSent(tx: Transaction, noticeIds: string[], subject: string, askedBy: string, at: Date) {
  for (const notice of await readNotices(tx, noticeIds)) {
    // One that was dropped while its mail was on the way has been sent all the same.
    const { count } = await tx.notice.updateMany({
      where: { id: notice.id, state: { in: ['pending', 'dropped'] } },
      data: { state: 'sent', reason: null, waitsFor: null, settledAt: at },
    })
    if (count === 0) continue
    await recordHistory(tx, placeOf(notice, at), { kind: 'notice_sent', ...about(notice), subject, askedBy })
    await supersedeLinks(tx, notice.incidentId, noticeIds, at)
    await goOn(tx, notice, at)
  }
}

/**
 * One link of an incident at a time, the one that was sent last: until then its person has none but the earlier one.
 * A link that was made and not sent stays open, for it may still be.
 */
async function supersedeLinks(tx: Transaction, incidentId: string, newIds: string[], at: Date): Promise<void> {
  await tx.reconnectLink.updateMany({
    where: { incidentId, closedAt: null, notice: { id: { notIn: newIds }, state: 'sent' } },
    data: { closedAt: at, closedReason: 'superseded' },
  })
}

/** Records that the provider refused for good; the schedule goes on, since a later try may meet another answer. */
export async function keepFailed(tx: Transaction, noticeIds: string[], reason: string, at: Date): Promise<void> {
  for (const notice of await readNotices(tx, noticeIds)) {
    const { count } = await tx.notice.updateMany({
      where: { id: notice.id, state: 'pending' },
      data: { state: 'failed', reason, waitsFor: null, settledAt: at },
    })
    if (count === 0) continue
    await recordHistory(tx, placeOf(notice, at), { kind: 'notice_failed', ...about(notice), reason })
    await goOn(tx, notice, at)
  }
}

/** The next step of the schedule; after the last one the incident is support's. */
async function goOn(tx: Transaction, notice: EndedNotice, at: Date): Promise<void> {
  const { incidentId, userId, incident } = notice
  const kind = noticeKinds.find((one) => one === notice.kind)
  if (!kind || kind === 'repaired' || incident.closedAt || incident.stoppedAt) return
  const waiting = await tx.notice.count({ where: { incidentId, state: 'pending' } })
  if (waiting > 0) return
  // Some reasons are the person's own will: they are told once, and nobody runs after them.
  const { error } = itemHealth(incident.item)
  if (kind === 'broken' && error && !lookUpError(error).reminds) return
  const step = nextStep(kind, notice, at, env().noticeRules)
  if (step) return leaveNotice(tx, { incidentId, userId, kind }, step, at)
  if (kind === 'broken') await handOver(tx, placeOf(notice, at), 'schedule_ended')
}

function placeOf({ incidentId, incident }: EndedNotice, at: Date) {
  return { itemId: incident.itemId, incidentId, at }
}

function about({ id, kind }: EndedNotice) {
  return { noticeId: id, noticeKind: kind }
}
