import { inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { lastStepAgain } from '#lib/adapters/db/last-step-again.ts'
import { lockPerson } from '#lib/adapters/db/lock-person.ts'
import { readReach } from '#lib/adapters/db/read-reach.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import type { IncidentModel } from '#lib/adapters/db/rows.ts'
import { leaveMessage } from '#lib/adapters/queue/leave-message.ts'
import type { TellingFact } from '#lib/domain/history.ts'
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

/** Who asks: an admin by their id, or the person; `fact` says so in the history. */
type Asker = { askedBy: string; fact: TellingFact }

/**
 * An admin asks that an Item's person be told now.
 * @param input `reason` is kept in the Item's history
 * @returns `not_sent` with the reason when nothing goes out
 */
export function sendNow({ itemId, adminId, adminEmail, reason }: Asked, now: Date): Promise<SendNowResult> {
  return tellNow(itemId, { askedBy: adminId, fact: { kind: 'mail_asked_for', adminEmail, reason } }, now)
}

/**
 * The person asks for a fresh link, in a mail to the address that the old one went to.
 * @returns `not_sent` with the reason when nothing goes out
 */
export function sendFreshLink(itemId: string, now: Date): Promise<SendNowResult> {
  return tellNow(itemId, { askedBy: 'person', fact: { kind: 'fresh_link_asked' } }, now)
}

/**
 * Grace, quiet hours, the budget and a hold do not count here; the truth and the person's own wish do. Refresh the Item
 * before; it is asked about once more before the message goes.
 */
function tellNow(itemId: string, { askedBy, fact }: Asker, now: Date): Promise<SendNowResult> {
  return inTransaction(async (tx) => {
    const item = await tx.item.findUnique({ where: { id: itemId } })
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
    const noticeId = await takeNotice(tx, { incident, userId: person.id, kind, askedBy }, now)
    await recordHistory(tx, { itemId, incidentId: incident.id, at: now }, fact)
    await leaveMessage(tx, { userId: person.id, noticeIds: [noticeId], channels, askedBy }, now)
    return { outcome: 'queued' }
  })
}

function whyNot({ email }: Reach): 'unsubscribed' | 'bounced' | 'complained' {
  return email === 'bounced' || email === 'complained' ? email : 'unsubscribed'
}

type Wanted = { incident: IncidentModel; userId: string; kind: NoticeKind; askedBy: string }

/** The step that waits for its time goes now; where none waits, the last one is told again. */
async function takeNotice(tx: Transaction, wanted: Wanted, now: Date): Promise<string> {
  const { incident, userId, kind, askedBy } = wanted
  const waiting = await tx.notice.findFirst({ where: { incidentId: incident.id, kind, state: 'pending' } })
  if (waiting) {
    await tx.notice.update({ where: { id: waiting.id }, data: { askedBy } })
    return waiting.id
  }
  const step = await lastStepAgain(tx, incident, kind, now)
  const created = await tx.notice.create({
    data: { incidentId: incident.id, userId, kind, askedBy, createdAt: now, ...step },
  })
  return created.id
}
