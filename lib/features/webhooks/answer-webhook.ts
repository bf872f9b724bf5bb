import { countWebhookAnswer } from '#lib/adapters/metrics/registry.ts'
import { WebhookRejected, WebhookUndecided } from '#lib/adapters/plaid/verify-webhook.ts'
import { log } from '#lib/log.ts'
import { BodyTooLarge, readAtMost } from './read-at-most.ts'
import { receiveWebhook } from './receive-webhook.ts'

// Plaid's own webhooks have a few hundred bytes.
const mostBytes = 16 * 1024 * 1024

/**
 * Takes a webhook and says with which status to answer: 200 once it is stored, 401 when it is not Plaid's (nothing
 * but a counter knows of it), 413 when it has no end, 503 when the key or the database is away, so that Plaid sends
 * it again.
 */
export async function answerWebhook(
  incoming: { signature: string | null; body: ReadableStream<Uint8Array> | null },
  now: Date,
): Promise<200 | 401 | 413 | 503> {
  try {
    const { signature, body } = incoming
    await receiveWebhook({ signature, readBody: () => readAtMost(body, mostBytes) }, now)
    countWebhookAnswer('accepted')
    return 200
  } catch (error) {
    return statusOf(error)
  }
}

function statusOf(error: unknown): 401 | 413 | 503 {
  if (error instanceof WebhookRejected) {
    countWebhookAnswer(error.code)
    return 401
  }
  if (error instanceof BodyTooLarge) {
    countWebhookAnswer('too_large')
    return 413
  }
  if (error instanceof WebhookUndecided) {
    countWebhookAnswer(error.code)
    // Anybody can use the look-ups up, so that must not raise an alarm.
    if (error.code === 'key_unavailable') log.error({ err: error }, 'webhook: Plaid did not answer with its key')
    return 503
  }
  countWebhookAnswer('unavailable')
  log.error({ err: error }, 'webhook could not be stored; Plaid will send it again')
  return 503
}
