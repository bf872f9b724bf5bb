import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import type { Mail } from './mail.ts'
import { sendByResend } from './send-by-resend.ts'
import { sendBySmtp } from './send-by-smtp.ts'

export type { Mail } from './mail.ts'
export { MailFault } from './mail-fault.ts'

/**
 * Hands one mail to Resend, or to the mail server that SMTP_URL names.
 * @param idempotencyKey the same on every try of the same mail: Resend sends it once. A mail server knows no such key
 * and may send a mail twice whose answer was lost; both then have one Message-ID.
 * @returns the provider's id, or null when the provider says that it had taken the mail before
 * @throws MailFault
 */
export async function sendMail(mail: Mail, idempotencyKey: string): Promise<string | null> {
  const { MAIL_FROM, SMTP_URL } = env()
  const messageId = mail.attemptId ? messageIdOf(mail.attemptId, MAIL_FROM) : null
  const outgoing = { ...mail, from: MAIL_FROM, messageId }
  const startedAt = performance.now()
  const providerId = await (SMTP_URL ? sendBySmtp(SMTP_URL, outgoing) : sendByResend(outgoing, idempotencyKey))
  log.debug({ attemptId: mail.attemptId, ms: Math.round(performance.now() - startedAt) }, 'mail: provider answered')
  return providerId
}

/** `<attempt@host of the sender>` (RFC 5322, section 3.6.4). */
function messageIdOf(attemptId: string, from: string): string {
  const host = /@([^\s<>@]+)>?$/.exec(from.trim())?.[1] ?? 'localhost'
  return `<${attemptId}@${host}>`
}
