import { readMailEvent } from '#lib/adapters/mail/read-mail-event.ts'
import { MailEventRejected, verifyMailEvent } from '#lib/adapters/mail/verify-mail-event.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { applyMailEvent } from './apply-mail-event.ts'

export type MailEventAnswer = 'taken' | 'forged' | 'off' | 'come_again'

/**
 * Takes one webhook of Resend: verified over its bytes, then parsed, then applied.
 * @returns `off` without RESEND_WEBHOOK_SECRET; `come_again` when it could not be applied now
 */
export async function answerMailEvent(
  { headers, rawBody }: { headers: Headers; rawBody: Uint8Array },
  now: Date,
): Promise<MailEventAnswer> {
  const { RESEND_WEBHOOK_SECRET } = env()
  if (!RESEND_WEBHOOK_SECRET) return 'off'
  try {
    verifyMailEvent(rawBody, headers, RESEND_WEBHOOK_SECRET, now)
  } catch (error) {
    if (error instanceof MailEventRejected) return 'forged'
    throw error
  }
  const event = readMailEvent(rawBody)
  if (!event) {
    log.warn({ bytes: rawBody.byteLength }, 'mail event: signed by Resend, but of a form that this version cannot read')
    return 'taken'
  }
  try {
    const effect = await applyMailEvent(event, now)
    log.info({ event: event.type, attemptId: event.attemptId, effect }, 'mail event')
    return effect === 'not_recorded_yet' ? 'come_again' : 'taken'
  } catch (error) {
    log.error({ err: error, event: event.type }, 'mail event: could not be stored; Resend will send it again')
    return 'come_again'
  }
}
