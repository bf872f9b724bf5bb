import { inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { lockPerson } from '#lib/adapters/db/lock-person.ts'
import { readReach } from '#lib/adapters/db/read-reach.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import type { IncidentModel } from '#lib/adapters/db/rows.ts'
import { leaveMessage } from '#lib/adapters/queue/leave-message.ts'
import { type NoticeKind, noticeKindOf } from '#lib/domain/notice.ts'
import { channelsOf, type Reach } from '#lib/domain/telling.ts'

export type SendNowResult =
  | { outcome: 'queued' }
  | {
      outcome: 'not_sent'
      reason:
        | 'healthy'
        | 'removed'
        | 'stopped'
        | 'on_its_way'
        | 'unsubscribed'
        | 'bounced'
        | 'complained'
        | 'unknown_item'
    }

type Asked = { itemId: string; adminId: string; adminEmail: string; reason: string }

/**
 * An admin asks that an Item's person be told now. Grace, quiet hours, the budget and a hold do not count; the truth
 * and the person's own wish do. Refresh the Item before; it is asked about once more before the message goes.
 * @param input `reason` is kept in the Item's history
 * @returns `not_sent` with the reason when nothing goes out
 */
export function sendNow(input: Asked, now: Date): Promise<SendNowResult> {
  return inTransaction(async (tx) => {
    const item = await tx.item.findUnique({ where: { id: input.itemId } })
    if (!item) return { outcome: 'not_sent', reason: 'unknown_item' }
    const person = await lockPerson(tx, item.userId)
    const kind = noticeKindOf(item.state)
    const incident = await tx.incident.findFirst({ where: { itemId: item.id, closedAt: null } })
    if (!person || !kind || !incident) {
      return { outcome: 'not_sent', reason: item.state === 'removed' ? 'removed' : 'healthy' }
    }
    if (incident.stoppedAt) return { outcome: 'not_sent', reason: 'stopped' }
    const onItsWay = await tx.notice.count({
      where: { incidentId: incident.id, state: 'pending', messageId: { not: null } },
    })
    if (onItsWay > 0) return { outcome: 'not_sent', reason: 'on_its_way' }
    const reach = await readReach(tx, person)
    const channels = channelsOf(reach)
    if (channels.length === 0) return { outcome: 'not_sent', reason: whyNot(reach) }
    const noticeId = await takeNotice(tx, { incident, userId: person.id, kind, adminId: input.adminId }, now)
    const { adminEmail, reason } = input
    const place = { itemId: item.id, incidentId: incident.id, at: now }
    await recordHistory(tx, place, { kind: 'mail_asked_for', adminEmail, reason })
    await leaveMessage(tx, { userId: person.id, noticeIds: [noticeId], channels, askedBy: input.adminId }, now)
    return { outcome: 'queued' }
  })
}

function whyNot({ email }: Reach): 'unsubscribed' | 'bounced' | 'complained' {
  return email === 'bounced' || email === 'complained' ? email : 'unsubscribed'
}

type Wanted = { incident: IncidentModel; userId: string; kind: NoticeKind; adminId: string }

/** The step that waits for its time goes now; where none waits, the last one is told again. */
async function takeNotice(tx: Transaction, wanted: Wanted, now: Date): Promise<string> {
  const { incident, userId, kind, adminId: askedBy } = wanted
  const waiting = await tx.notice.findFirst({ where: { incidentId: incident.id, kind, state: 'pending' } })
  if (waiting) {
    await tx.notice.update({ where: { id: waiting.id }, data: { askedBy } })
    return waiting.id
  }
  const last = await tx.notice.findFirst({ where: { incidentId: incident.id, kind }, orderBy: { number: 'desc' } })
  const step = { number: last?.number ?? 1, anchorAt: last?.anchorAt ?? incident.openedAt, dueAt: now }
  const created = await tx.notice.create({
    data: { incidentId: incident.id, userId, kind, askedBy, createdAt: now, ...step },
  })
  return created.id
}
