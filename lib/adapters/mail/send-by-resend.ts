import { Resend } from 'resend'
import { env } from '#lib/env.ts'
import type { OutgoingMail } from './mail.ts'
import { MailFault } from './mail-fault.ts'

// resend.com/docs/api-reference/errors: these pass by themselves, or with the operator's help; the rest does not.
const passing = new Set([
  'rate_limit_exceeded',
  'daily_quota_exceeded',
  'monthly_quota_exceeded',
  'concurrent_idempotent_requests',
  'application_error',
  'internal_server_error',
  'missing_api_key',
  'invalid_api_key',
  'restricted_api_key',
])

const usualTimeoutMs = 20_000

let made: Resend | undefined

function resend(): Resend {
  const { RESEND_API_KEY, RESEND_BASE_URL } = env()
  made ??= new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {})
  return made
}

/**
 * Sends one mail through Resend's API.
 * @returns Resend's id of it; null when it had taken the mail before
 * @throws MailFault; also when Resend does not answer in time
 */
export async function sendByResend(
  mail: OutgoingMail,
  idempotencyKey: string,
  timeoutMs = usualTimeoutMs,
): Promise<string | null> {
  const { from, to, subject, html, text, attemptId, messageId } = mail
  const answer = await resend().emails.send(
    {
      from,
      to,
      subject,
      html,
      text,
      headers: { ...(messageId && { 'Message-ID': messageId }), ...mail.headers },
      // Resend's webhooks carry the tags, so that they find the attempt even when the answer to us was lost.
      ...(attemptId && { tags: [{ name: 'attempt_id', value: attemptId }] }),
    },
    { idempotencyKey, signal: AbortSignal.timeout(timeoutMs) },
  )
  if (answer.data) return answer.data.id
  const { error } = answer
  // The key was used for this mail before, with words that have changed since: it is in the mailbox already.
  if (error?.name === 'invalid_idempotent_request') return null
  const name = error?.name ?? 'application_error'
  const status = error?.statusCode ?? null
  const isPassing = passing.has(name) || status === null || status === 429 || status >= 500
  throw new MailFault(name, error?.message ?? 'no answer', { isFinal: !isPassing })
}
