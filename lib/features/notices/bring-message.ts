import { renderMessageMail, renderMessagePush } from '#emails/render-mail.tsx'
import { db } from '#lib/adapters/db/client.ts'
import { sendMail } from '#lib/adapters/mail/send-mail.ts'
import { sendPush } from '#lib/adapters/push/send-push.ts'
import { preferencesToken } from '#lib/adapters/vault/preferences-token.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { composeMessage, type NoticeLinks } from './compose-message.ts'
import type { StoredAttempt, StoredNotice } from './read-attempt.ts'

export type Brought = { type: 'sent'; subject: string; providerId: string | null } | { type: 'gone' }

/**
 * Hands the message to the mail provider.
 * @throws MailFault
 */
export async function bringMail(
  attempt: StoredAttempt,
  notices: [StoredNotice, ...StoredNotice[]],
  links: NoticeLinks,
  now: Date,
): Promise<Brought> {
  const { user } = attempt.message
  log.debug({ attemptId: attempt.id }, 'mail: rendering')
  const mail = await renderMessageMail(composeMessage(user, notices, links, now))
  const headers = unsubscribeHeaders(user.id)
  const providerId = await sendMail({ to: attempt.address, ...mail, headers, attemptId: attempt.id }, attempt.id)
  return { type: 'sent', subject: mail.subject, providerId }
}

/**
 * Hands the message to the push service of one browser; `gone` when that browser wants no more.
 * @throws PushFault
 */
export async function bringPush(
  attempt: StoredAttempt,
  notices: [StoredNotice, ...StoredNotice[]],
  links: NoticeLinks,
  now: Date,
): Promise<Brought> {
  const subscription = await db().pushSubscription.findUnique({ where: { id: attempt.address } })
  if (!subscription) return { type: 'gone' }
  const words = renderMessagePush(composeMessage(attempt.message.user, notices, links, now))
  const answer = await sendPush(subscription, words, attempt.messageId)
  if (answer === 'sent') return { type: 'sent', subject: words.title, providerId: null }
  await db().pushSubscription.deleteMany({ where: { id: subscription.id } })
  return { type: 'gone' }
}

/** One click ends the mails, as RFC 8058 says; mail programs show a button for it. */
function unsubscribeHeaders(userId: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${env().APP_URL}/api/preferences/${preferencesToken(userId)}/unsubscribe>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}
