import { db, inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { institutionView } from '#lib/adapters/db/views.ts'
import { MailFault, sendMail } from '#lib/adapters/mail/send-mail.ts'
import { isStillTrue, noticeKinds } from '#lib/domain/notice.ts'
import { renderNotice } from './render-notice.ts'

export type NoticeLink = { url: string; expiresAt: Date }

/**
 * Sends one notice to its person, if it still tells the truth. Call `refreshItem` right before, so that "still true"
 * is Plaid's word and not an old row. The same notice may be handed in again after a crash: the provider sends it
 * once, because every try carries the notice's id.
 * @param link where the button leads; null when the incident closed meanwhile
 * @throws MailFault when trying again later can help
 */
export async function sendNotice(noticeId: string, link: NoticeLink | null, now: Date): Promise<void> {
  const notice = await readNotice(noticeId)
  if (notice?.state !== 'pending') return
  const { item } = notice.incident
  const kind = noticeKinds.find((one) => one === notice.kind)
  if (!kind || !link || !isStillTrue(kind, item.state)) return settle(notice, now, { reason: 'no_longer_true' })
  const mail = await renderNotice({ kind, item, institution: institutionView(item), incident: notice.incident, link })
  try {
    const providerId = await sendMail({ to: item.user.email, ...mail }, `notice/${noticeId}`)
    await settle(notice, now, { sent: { subject: mail.subject, sentTo: item.user.email, providerId } })
  } catch (fault) {
    if (!(fault instanceof MailFault && fault.isFinal)) throw fault
    await settle(notice, now, { failure: `${fault.code}: ${fault.message}` })
  }
}

function readNotice(noticeId: string) {
  return db().notice.findUnique({
    where: { id: noticeId },
    include: {
      incident: {
        include: {
          item: {
            include: {
              user: true,
              accounts: { orderBy: { name: 'asc' } },
              institution: { select: { primaryColor: true, hasLogo: true } },
            },
          },
        },
      },
    },
  })
}

type StoredNotice = NonNullable<Awaited<ReturnType<typeof readNotice>>>
type Result =
  | { sent: { subject: string; sentTo: string; providerId: string | null } }
  | { reason: string }
  | { failure: string }

async function settle(notice: StoredNotice, now: Date, result: Result): Promise<void> {
  await inTransaction(async (tx) => {
    // Only whoever finds it still waiting writes the end of it down.
    const { count } = await tx.notice.updateMany({
      where: { id: notice.id, state: 'pending' },
      data: { ...columnsOf(result), settledAt: now },
    })
    if (count === 1) await record(tx, notice, now, result)
  })
}

function columnsOf(result: Result) {
  if ('sent' in result) return { state: 'sent' as const }
  if ('failure' in result) return { state: 'failed' as const, reason: result.failure }
  return { state: 'dropped' as const, reason: result.reason }
}

async function record(tx: Transaction, notice: StoredNotice, at: Date, result: Result): Promise<void> {
  const place = { itemId: notice.incident.itemId, incidentId: notice.incidentId, at }
  const about = { noticeId: notice.id, noticeKind: notice.kind }
  if ('sent' in result) {
    const { subject } = result.sent
    return recordHistory(tx, place, { kind: 'notice_sent', ...about, subject, askedBy: notice.askedBy })
  }
  if ('failure' in result) return recordHistory(tx, place, { kind: 'notice_failed', ...about, reason: result.failure })
  return recordHistory(tx, place, { kind: 'notice_dropped', ...about, reason: result.reason })
}
