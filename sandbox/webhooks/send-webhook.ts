import type { Sandbox } from '../sandbox.ts'
import type { Delivery } from '../state/delivery.ts'
import type { SandboxItem } from '../state/item.ts'
import { planAttempt, startAttempt } from './attempt-delivery.ts'
import { logDelivery } from './delivery-log.ts'
import type { WebhookBody } from './item-webhooks.ts'

type Webhook = { itemId: string | null; url: string; body: WebhookBody }

/** Sends a webhook about this Item to its URL; an Item without a URL hears of nothing (null). */
export function sendItemWebhook(sandbox: Sandbox, item: SandboxItem, body: WebhookBody): Delivery | null {
  const { itemId, webhook: url } = item
  if (url === null) return null
  item.lastWebhook = { sentAt: sandbox.now().toISOString(), code: body.webhook_code }
  return sendWebhook(sandbox, { itemId, url, body })
}

/** Sends a webhook without waiting for the answer. */
export function sendWebhook(sandbox: Sandbox, webhook: Webhook): Delivery {
  const { chaos } = sandbox.moods
  const log = () => logDelivery(sandbox, webhook)
  const delivery = log()
  if (!chaos) {
    startAttempt(sandbox, delivery)
    return delivery
  }
  const [delayMs, ...copiesMs] = chaos.nextDelaysMs()
  if (delayMs === undefined) loseDelivery(delivery, sandbox.now().toISOString())
  else planAttempt(sandbox, delivery, delayMs)
  for (const copyMs of copiesMs) planAttempt(sandbox, log(), copyMs)
  return delivery
}

/** It was sent, as Plaid sees it, and nobody ever got it. */
function loseDelivery(delivery: Delivery, at: string): void {
  delivery.attempts.push({ at, status: null, error: 'lost on its way (chaos)', ms: 0 })
  delivery.nextAttemptAt = null
}
