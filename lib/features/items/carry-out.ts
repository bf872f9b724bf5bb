import type { Transaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import type { Effect } from '#lib/domain/transition.ts'
import { alertOperator } from './alert-operator.ts'
import { noteOutage } from './note-outage.ts'
import { type NoticePlace, planNotices, resumeNotices, silenceNotices, tellRepaired } from './plan-notices.ts'

type Place = NoticePlace & { institutionId: string | null }

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
      return planNotices(tx, effect.kind, place)
    case 'resume_notices':
      return resumeNotices(tx, effect.kind, place)
    case 'tell_repaired':
      return tellRepaired(tx, place)
    case 'silence_notices':
      return silenceNotices(tx, effect.reason, place)
    case 'close_reconnect_links':
      await tx.reconnectLink.updateMany({
        where: { closedAt: null, incident: { itemId } },
        data: { closedAt: at, closedReason: effect.reason },
      })
      return
    case 'note_outage':
      return noteOutage(tx, effect, place)
    case 'alert_operator':
      return alertOperator(tx, effect.errorCode, place)
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
