import { inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import type { MailEvent } from '#lib/adapters/mail/read-mail-event.ts'
import { type AttemptEvent, type AttemptState, afterEvent, suppressedBy } from '#lib/domain/attempt.ts'
import type { HistoryFact } from '#lib/domain/history.ts'

/** `not_recorded_yet`: the mail is under way, and its own sending is still to be written down; the word must come again. */
export type MailEventEffect = 'applied' | 'nothing_new' | 'unknown_mail' | 'not_recorded_yet'

/**
 * Carries the provider's word of a mail back to its attempt, its Items' histories, and the addresses that no mail goes
 * to any more. The same words in any order, once or often, end the same.
 */
export function applyMailEvent(event: MailEvent, now: Date): Promise<MailEventEffect> {
  const { means } = event
  if (!means) return Promise.resolve('nothing_new')
  return inTransaction(async (tx) => {
    const attempt = await lockAttempt(tx, event)
    if (attempt?.state === 'pending') return means.type === 'sent' ? 'nothing_new' : 'not_recorded_yet'
    const address = attempt?.address ?? (event.to.length === 1 ? event.to[0] : undefined)
    if (address) await suppress(tx, address, means, now)
    return attempt ? moveAttempt(tx, attempt, event, afterEvent(attempt.state, means), now) : 'unknown_mail'
  })
}

async function moveAttempt(
  tx: Transaction,
  attempt: LockedAttempt,
  { words, reason, providerId }: MailEvent,
  state: AttemptState,
  now: Date,
): Promise<MailEventEffect> {
  if (state === attempt.state) return 'nothing_new'
  const data = { state, ...(words && { reason: words }), ...(providerId && { providerId }) }
  await tx.attempt.update({ where: { id: attempt.id }, data })
  await recordOnItems(tx, attempt, { state, reason: reason ?? 'unknown' }, now)
  return 'applied'
}

/** The attempt that the event names by our tag, else by the provider's id; others wait until this one is done. */
async function lockAttempt(tx: Transaction, { attemptId, providerId }: MailEvent) {
  const found =
    (attemptId ? await tx.attempt.findUnique({ where: { id: attemptId }, select: { id: true } }) : null) ??
    (providerId ? await tx.attempt.findFirst({ where: { providerId }, select: { id: true } }) : null)
  if (!found) return null
  await tx.$queryRaw`SELECT id FROM attempts WHERE id = ${found.id} FOR UPDATE`
  return tx.attempt.findUniqueOrThrow({
    where: { id: found.id },
    include: {
      message: {
        select: { notices: { select: { id: true, kind: true, incident: { select: { id: true, itemId: true } } } } },
      },
    },
  })
}

type LockedAttempt = NonNullable<Awaited<ReturnType<typeof lockAttempt>>>

/** A complaint outweighs a bounce: it is the reader's own word. */
async function suppress(tx: Transaction, address: string, event: AttemptEvent, at: Date): Promise<void> {
  const reason = suppressedBy(event)
  if (!reason) return
  const email = addressOf(address)
  await tx.suppressedAddress.createMany({ data: [{ email, reason, at }], skipDuplicates: true })
  if (reason === 'complained') {
    await tx.suppressedAddress.updateMany({ where: { email, reason: { not: reason } }, data: { reason, at } })
  }
}

/** `Name <a@b.c>` as `a@b.c`. */
function addressOf(recipient: string): string {
  return (/<([^<>]+)>\s*$/.exec(recipient)?.[1] ?? recipient).trim().toLowerCase()
}

async function recordOnItems(
  tx: Transaction,
  { id: attemptId, message }: LockedAttempt,
  word: { state: AttemptState; reason: string },
  at: Date,
): Promise<void> {
  for (const notice of message.notices) {
    const fact = factOf({ attemptId, noticeId: notice.id, noticeKind: notice.kind }, word)
    const place = { itemId: notice.incident.itemId, incidentId: notice.incident.id, at }
    if (fact) await recordHistory(tx, place, fact)
  }
}

function factOf(
  { attemptId, noticeId, noticeKind }: { attemptId: string; noticeId: string; noticeKind: string },
  { state, reason }: { state: AttemptState; reason: string },
): HistoryFact | null {
  switch (state) {
    case 'delivered':
      return { kind: 'mail_delivered', attemptId }
    case 'bounced':
      return { kind: 'mail_bounced', attemptId, reason }
    case 'complained':
      return { kind: 'mail_complained', attemptId }
    case 'failed':
      return { kind: 'notice_failed', noticeId, noticeKind, reason }
    case 'pending':
    case 'sent':
    case 'dropped':
      return null
  }
}
