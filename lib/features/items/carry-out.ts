import type { Transaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { leaveNotice } from '#lib/adapters/queue/leave-notice.ts'
import type { NoticeKind } from '#lib/domain/notice.ts'
import type { Effect } from '#lib/domain/transition.ts'

type Place = { itemId: string; userId: string; at: Date }

/** Carries out one effect of a transition in its transaction. */
export async function carryOut(tx: Transaction, effect: Effect, place: Place): Promise<void> {
  const { itemId, at } = place
  switch (effect.type) {
    case 'open_incident': {
      const { id } = await tx.incident.create({ data: { itemId, openedAt: at } })
      return recordHistory(tx, { itemId, incidentId: id, at }, { kind: 'incident_opened' })
    }
    case 'reopen_incident':
      return reopen(tx, place)
    case 'close_incident':
      await tx.incident.updateMany({
        where: { itemId, closedAt: null },
        data: { closedAt: at, closedReason: effect.reason },
      })
      return recordHistory(tx, { itemId, at }, { kind: 'incident_closed', reason: effect.reason })
    case 'send_notice':
      return tell(tx, effect.kind, place)
    case 'resume_notices':
      return resume(tx, effect.kind, place)
    case 'silence_notices':
      return silenceNotices(tx, effect.reason, place)
    case 'close_reconnect_links':
      await tx.reconnectLink.updateMany({
        where: { closedAt: null, incident: { itemId } },
        data: { closedAt: at, closedReason: effect.reason },
      })
      return
    case 'note_outage':
      return recordHistory(tx, { itemId, at }, { kind: 'outage_noted', errorCode: effect.errorCode })
    case 'alert_operator':
      return recordHistory(tx, { itemId, at }, { kind: 'operator_alerted', errorCode: effect.errorCode })
  }
}

/** Opens the latest incident again, and with it the links that its repair had closed. */
async function reopen(tx: Transaction, { itemId, at }: Place): Promise<void> {
  const { id, closedReason } = await tx.incident.findFirstOrThrow({ where: { itemId }, orderBy: { openedAt: 'desc' } })
  await tx.incident.update({ where: { id }, data: { closedAt: null, closedReason: null } })
  await tx.reconnectLink.updateMany({
    where: { incidentId: id, closedReason },
    data: { closedAt: null, closedReason: null },
  })
  await recordHistory(tx, { itemId, incidentId: id, at }, { kind: 'incident_reopened' })
}

async function resume(tx: Transaction, kind: NoticeKind, place: Place): Promise<void> {
  const told = await tx.notice.count({
    where: { kind, state: 'sent', incident: { itemId: place.itemId, closedAt: null } },
  })
  if (told === 0) await tell(tx, kind, place)
}

async function tell(tx: Transaction, kind: NoticeKind, { itemId, userId, at }: Place): Promise<void> {
  const incident = await tx.incident.findFirst({ where: { itemId, closedAt: null }, select: { id: true } })
  if (incident) await leaveNotice(tx, { incidentId: incident.id, userId, kind, askedBy: 'relink' }, at)
}

async function silenceNotices(tx: Transaction, reason: string, { itemId, at }: Place): Promise<void> {
  const waiting = await tx.notice.findMany({ where: { state: 'pending', incident: { itemId } } })
  for (const notice of waiting) {
    await tx.notice.update({ where: { id: notice.id }, data: { state: 'dropped', reason, settledAt: at } })
    const fact = { kind: 'notice_dropped', noticeId: notice.id, noticeKind: notice.kind, reason } as const
    await recordHistory(tx, { itemId, incidentId: notice.incidentId, at }, fact)
  }
}
