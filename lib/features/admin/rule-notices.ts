import { inTransaction } from '#lib/adapters/db/client.ts'
import { dropNotices } from '#lib/adapters/db/drop-notices.ts'
import { lockPerson } from '#lib/adapters/db/lock-person.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import type { IncidentModel } from '#lib/adapters/db/rows.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'

export const noticeRulings = ['hold', 'release', 'stop'] as const
export type NoticeRuling = (typeof noticeRulings)[number]

export type RuleResult =
  | { outcome: 'done' }
  | { outcome: 'not_done'; reason: 'no_incident' | 'already_held' | 'not_held' | 'already_stopped' }

type Asked = { itemId: string; ruling: NoticeRuling; adminEmail: string; reason: string }

/**
 * An admin holds an incident's messages until released, releases them, or stops them for good.
 * @param input `reason` is kept in the Item's history
 */
export function ruleNotices({ itemId, ruling, adminEmail, reason }: Asked, now: Date): Promise<RuleResult> {
  return inTransaction(async (tx) => {
    const item = await tx.item.findUnique({ where: { id: itemId }, select: { userId: true } })
    if (!item) return { outcome: 'not_done', reason: 'no_incident' }
    await lockPerson(tx, item.userId)
    const incident = await tx.incident.findFirst({ where: { itemId, closedAt: null } })
    if (!incident) return { outcome: 'not_done', reason: 'no_incident' }
    const refusal = refuse(ruling, incident)
    if (refusal) return { outcome: 'not_done', reason: refusal }
    const place = { itemId, incidentId: incident.id, at: now }
    await recordHistory(tx, place, { kind: factKinds[ruling], adminEmail, reason })
    await tx.incident.update({ where: { id: incident.id }, data: columnsOf(ruling, now) })
    if (ruling === 'stop') await dropNotices(tx, { incidentId: incident.id }, 'stopped_by_admin', now)
    await enqueue(tx, 'tell-person', { userId: item.userId })
    return { outcome: 'done' }
  })
}

const factKinds = { hold: 'notices_held', release: 'notices_released', stop: 'notices_stopped' } as const

function refuse(ruling: NoticeRuling, { heldAt, stoppedAt }: IncidentModel) {
  if (stoppedAt) return 'already_stopped'
  if (ruling === 'hold' && heldAt) return 'already_held'
  if (ruling === 'release' && !heldAt) return 'not_held'
  return null
}

function columnsOf(ruling: NoticeRuling, now: Date) {
  switch (ruling) {
    case 'hold':
      return { heldAt: now }
    case 'release':
      return { heldAt: null }
    case 'stop':
      return { heldAt: null, stoppedAt: now }
  }
}
