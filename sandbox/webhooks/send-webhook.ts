import type { Sandbox } from '../sandbox.ts'
import type { Delivery } from '../state/delivery.ts'
import type { SandboxItem } from '../state/item.ts'
import { startAttempt } from './attempt-delivery.ts'
import { logDelivery } from './delivery-log.ts'
import type { WebhookBody } from './item-webhooks.ts'

/** Sends a webhook about this Item to its URL; an Item without a URL hears of nothing (null). */
export function sendItemWebhook(sandbox: Sandbox, item: SandboxItem, body: WebhookBody): Delivery | null {
  if (item.webhook === null) return null
  item.lastWebhook = { sentAt: sandbox.now().toISOString(), code: body.webhook_code }
  const delivery = logDelivery(sandbox, { itemId: item.itemId, url: item.webhook, body })
  startAttempt(sandbox, delivery)
  return delivery
}
