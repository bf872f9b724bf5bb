import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { dropNotices } from '#lib/adapters/db/drop-notices.ts'
import { MailFault } from '#lib/adapters/mail/send-mail.ts'
import { PushFault } from '#lib/adapters/push/send-push.ts'
import { hourMs } from '#lib/domain/durations.ts'
import { type Brought, bringMail, bringPush } from './bring-message.ts'
import type { NoticeLink, NoticeLinks } from './compose-message.ts'
import { postponeNotices } from './postpone-notices.ts'
import { readAttempt, type StoredAttempt, type StoredNotice } from './read-attempt.ts'
import { endAttempt, keepAttemptSent } from './settle-attempt.ts'
import { sortNotices } from './sort-notices.ts'

// Providers remember an idempotency key for 24 hours (resend.com/docs/dashboard/emails/idempotency-keys). Whoever does
// not know by then whether a mail went out must not try again, or it could come twice.
const keyLifeMs = 23 * hourMs

/** Makes the link of a notice that goes out now; null for an incident that closed meanwhile. */
type MakeLink = (notice: { noticeId: string; incidentId: string }) => Promise<NoticeLink | null>

/**
 * Makes one attempt to bring a message over, with what of it is still true. Call `refreshItem` for its Items right
 * before, so that "still true" is Plaid's word and not an old row. The same attempt may be made again after a crash:
 * the provider sends it once, because every try carries the attempt's id.
 * @param makeLink asked for what goes out, and for nothing else; the same link at every try
 * @throws MailFault, PushFault when trying again later can help
 */
export async function sendAttempt(attemptId: string, makeLink: MakeLink, now: Date): Promise<void> {
  const attempt = await readAttempt(attemptId)
  if (attempt?.state !== 'pending') return
  const { say, drop, postpone } = sortNotices(attempt.message, now)
  if (drop.length > 0) await inTransaction((tx) => dropNotices(tx, { id: { in: idsOf(drop) } }, 'no_longer_true', now))
  for (const { noticeId, waitsFor } of postpone) await postponeNotices([noticeId], now, waitsFor)
  const [first, ...others] = say
  if (!first) {
    // After a try whose end is unknown the provider's webhook may still say that it went out.
    const reason = attempt.triedAt ? 'changed_after_a_try' : 'nothing_left_to_say'
    return endAttempt(attempt, { state: 'dropped', reason }, now)
  }
  const reason = await whyUnwanted(attempt)
  if (reason) return endAttempt(attempt, { state: 'dropped', reason }, now)
  if (isTooOld(attempt, now)) return endAttempt(attempt, { state: 'failed', reason: 'no_answer_for_a_day' }, now)
  const links = await linksOf(say, makeLink)
  await db().attempt.updateMany({ where: { id: attemptId, triedAt: null }, data: { triedAt: now } })
  try {
    const bring = attempt.channel === 'email' ? bringMail : bringPush
    const brought = await bring(attempt, [first, ...others], links, now)
    await keep(attempt, idsOf(say), brought, now)
  } catch (fault) {
    if (!(fault instanceof MailFault || fault instanceof PushFault) || !fault.isFinal) throw fault
    await endAttempt(attempt, { state: 'failed', reason: `${fault.code}: ${fault.message}` }, now)
  }
}

async function linksOf(notices: StoredNotice[], makeLink: MakeLink): Promise<NoticeLinks> {
  const links = new Map<string, NoticeLink | null>()
  for (const { id, incidentId } of notices) links.set(id, await makeLink({ noticeId: id, incidentId }))
  return links
}

/** Why the person is not to be written to over this channel any more, although they were when the message was planned. */
async function whyUnwanted({ channel, address, message }: StoredAttempt): Promise<string | null> {
  const { wantsEmail, wantsPush } = message.user
  if (channel === 'push') return wantsPush ? null : 'unsubscribed'
  if (!wantsEmail) return 'unsubscribed'
  const suppressed = await db().suppressedAddress.findUnique({ where: { email: address.toLowerCase() } })
  return suppressed?.reason ?? null
}

function keep(attempt: StoredAttempt, noticeIds: string[], brought: Brought, now: Date): Promise<void> {
  // Nobody refused what it says, so its notices are free for another channel.
  if (brought.type === 'gone') return endAttempt(attempt, { state: 'dropped', reason: 'browser_gone' }, now)
  return keepAttemptSent(attempt, noticeIds, brought, now)
}

function isTooOld({ triedAt }: StoredAttempt, now: Date): boolean {
  return triedAt !== null && now.getTime() - triedAt.getTime() > keyLifeMs
}

function idsOf(notices: { id: string }[]): string[] {
  return notices.map(({ id }) => id)
}
