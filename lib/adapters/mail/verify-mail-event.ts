import { createHmac, timingSafeEqual } from 'node:crypto'
import { minuteMs } from '#lib/domain/durations.ts'

/** Each way in which a webhook can fail to be Resend's. */
export type MailEventRejection = 'no_signature' | 'wrong_time' | 'too_old' | 'from_the_future' | 'wrong_signature'

/** The webhook is not Resend's, or not as Resend sent it. */
export class MailEventRejected extends Error {
  override name = 'MailEventRejected'
  readonly code: MailEventRejection

  constructor(code: MailEventRejection) {
    super(`mail event rejected: ${code}`)
    this.code = code
  }
}

// standardwebhooks.com: five minutes either way.
const toleranceMs = 5 * minuteMs
const secretPrefix = 'whsec_'
const versionPrefix = 'v1,'

/**
 * Verifies the signature over the raw bytes, by Standard Webhooks, which Resend uses with the header names of svix
 * (resend.com/docs/webhooks/verify-webhooks-requests).
 * @throws MailEventRejected
 */
export function verifyMailEvent(rawBody: Uint8Array, headers: Headers, secret: string, now: Date): void {
  const [id, time, signatures] = ['id', 'timestamp', 'signature'].map(
    (name) => headers.get(`svix-${name}`) ?? headers.get(`webhook-${name}`),
  )
  if (!id || !time || !signatures) throw new MailEventRejected('no_signature')
  const expected = createHmac('sha256', Buffer.from(secret.slice(secretPrefix.length), 'base64'))
    .update(`${id}.${time}.`)
    .update(rawBody)
    .digest()
  // There are several while a secret is changed.
  const isSigned = signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.slice(versionPrefix.length), 'base64')
    return signature.startsWith(versionPrefix) && given.length === expected.length && timingSafeEqual(given, expected)
  })
  if (!isSigned) throw new MailEventRejected('wrong_signature')
  checkAge(time, now)
}

function checkAge(time: string, now: Date): void {
  if (!/^\d{1,12}$/.test(time)) throw new MailEventRejected('wrong_time')
  const ageMs = now.getTime() - Number(time) * 1000
  if (ageMs > toleranceMs) throw new MailEventRejected('too_old')
  if (ageMs < -toleranceMs) throw new MailEventRejected('from_the_future')
}
