import { countWebhookAnswer } from '#lib/adapters/metrics/registry.ts'
import { WebhookRejected } from '#lib/adapters/plaid/verify-webhook.ts'
import { log } from '#lib/log.ts'
import { type IncomingWebhook, receiveWebhook } from './receive-webhook.ts'

/**
 * Takes a webhook and says with which status to answer: 200 once it is stored, 401 when it is not Plaid's (nothing
 * but a counter knows of it), 503 when the key or the database is away, so that Plaid sends it again.
 */
export async function answerWebhook(incoming: IncomingWebhook, now: Date): Promise<200 | 401 | 503> {
  try {
    await receiveWebhook(incoming, now)
    countWebhookAnswer('accepted')
    return 200
  } catch (error) {
    if (error instanceof WebhookRejected) {
      countWebhookAnswer(error.code)
      return 401
    }
    countWebhookAnswer('unavailable')
    log.error({ err: error }, 'webhook could not be stored; Plaid will send it again')
    return 503
  }
}
