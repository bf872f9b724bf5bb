import type { Sandbox } from '../sandbox.ts'
import type { Delivery, Flaw } from '../state/delivery.ts'
import { newId } from '../state/ids.ts'
import type { WebhookBody } from './item-webhooks.ts'

const keptDeliveries = 500

/** As Plaid writes it: two spaces. */
function writeBody(body: WebhookBody): string {
  return JSON.stringify(body, null, 2)
}

type NewDelivery = { itemId: string | null; url: string; body: WebhookBody; forged?: Flaw | null }

/** Notes a webhook that is about to be sent. */
export function logDelivery(sandbox: Sandbox, { itemId, url, body, forged = null }: NewDelivery): Delivery {
  const now = sandbox.now().toISOString()
  const delivery: Delivery = {
    id: newId.uuid(),
    itemId,
    url,
    webhookType: body.webhook_type,
    webhookCode: body.webhook_code,
    body: writeBody(body),
    createdAt: now,
    attempts: [],
    // Due at once, so that a restart before the answer sends it again.
    nextAttemptAt: forged === null ? now : null,
    forged,
  }
  const { deliveries } = sandbox.store.state
  deliveries.push(delivery)
  forgetOldest(deliveries)
  sandbox.store.changed()
  return delivery
}

/** Keeps the log short; what is still to be sent stays, however much that is. */
function forgetOldest(deliveries: Delivery[]): void {
  if (deliveries.length <= keptDeliveries) return
  const oldest = deliveries.findIndex(({ nextAttemptAt }) => nextAttemptAt === null)
  if (oldest !== -1) deliveries.splice(oldest, 1)
}

export function cancelRetry(sandbox: Sandbox, deliveryId: string): void {
  clearTimeout(sandbox.moods.retryTimers.get(deliveryId))
  sandbox.moods.retryTimers.delete(deliveryId)
}
