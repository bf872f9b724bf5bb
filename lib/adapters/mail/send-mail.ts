import { Resend } from 'resend'
import { env } from '#lib/env.ts'

export type Mail = { to: string; subject: string; html: string; text: string }

/** The provider did not take a mail. `isFinal`: trying again cannot cure it. */
export class MailFault extends Error {
  override name = 'MailFault'
  readonly code: string
  readonly isFinal: boolean

  constructor(code: string, message: string, isFinal: boolean) {
    super(`the mail provider refused: ${code}: ${message}`)
    this.code = code
    this.isFinal = isFinal
  }
}

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

let made: Resend | undefined

function resend(): Resend {
  const { RESEND_API_KEY, RESEND_BASE_URL } = env()
  made ??= new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {})
  return made
}

/**
 * Hands one mail to the provider.
 * @param idempotencyKey the same on every try of the same mail: the provider sends it once
 * @returns the provider's id, or null when the provider says that it had taken the mail before
 * @throws MailFault
 */
export async function sendMail(mail: Mail, idempotencyKey: string): Promise<string | null> {
  const { data, error } = await resend().emails.send({ from: env().MAIL_FROM, ...mail }, { idempotencyKey })
  if (data) return data.id
  // The key was used for this mail before, with words that have changed since: it is in the mailbox already.
  if (error?.name === 'invalid_idempotent_request') return null
  const name = error?.name ?? 'application_error'
  const isPassing = passing.has(name) || (error?.statusCode ?? 500) >= 500
  throw new MailFault(name, error?.message ?? 'no answer', !isPassing)
}
