import { log } from '#lib/log.ts'
import { BodyTooLarge } from '#lib/read-at-most.ts'

/** A sentence for the person with each code that our JSON routes answer. */
const refusals = {
  bad_request: [400, 'Something in this request was not as expected. Please load the page again.'],
  no_plaid_error: [400, 'The body must be Plaid’s error object, with error_type and error_code.'],
  no_api_key: [401, 'This needs “Authorization: Bearer” with the API_KEY of this installation.'],
  forged: [401, 'The signature is missing, wrong or too old, so nobody knows who sent this.'],
  not_signed_in: [401, 'Please sign in again.'],
  forbidden: [403, 'This request came from another site, so nothing was done.'],
  no_webhook_secret: [403, 'This door is shut: the installation has no RESEND_WEBHOOK_SECRET.'],
  link_unknown: [404, 'This link isn’t one of ours. Please open the newest e-mail again.'],
  already_healthy: [409, 'This connection already works. There is nothing for you to do.'],
  push_off: [409, 'Browser messages are switched off here. We still write to you by e-mail.'],
  link_closed: [410, 'This link has done its work or is too old.'],
  too_large: [413, 'This is longer than anything that is expected here.'],
  cannot_reconnect: [422, 'This connection can’t come back. Connect the bank anew; your records stay.'],
  no_push_service: [422, 'This browser’s messages can’t be used here. We still write to you by e-mail.'],
  too_many: [429, 'That was many tries in a short time. Please wait a while and try again.'],
  broken: [500, 'Something broke on our side. Nothing of yours was lost; please try again in a minute.'],
  come_again: [503, 'This could not be taken just now. Please send it again.'],
  plaid_away: [503, 'We can’t reach your bank just now. It’s not your sign-in; please try again in a minute.'],
} as const satisfies Record<string, readonly [number, string]>

export type RefusalCode = keyof typeof refusals

/** Answers that something was not done: the code for programs, the sentence for people. */
export function refuse(code: RefusalCode): Response {
  const [status, message] = refusals[code]
  return Response.json({ error: { code, message } }, { status, headers: noStore })
}

/** Answers JSON that no cache may keep. */
export function answer(body: object): Response {
  return Response.json(body, { headers: noStore })
}

/** Answers for a body without end, and for an error that nobody foresaw; its details go to the log. */
export function broke(error: unknown, route: string): Response {
  if (error instanceof BodyTooLarge) return refuse('too_large')
  log.error({ err: error, route }, 'route failed')
  return refuse('broken')
}

const noStore = { 'Cache-Control': 'no-store' }
