import { inTransaction } from '#lib/adapters/db/client.ts'
import { verifyWebhook } from '#lib/adapters/plaid/verify-webhook.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { parseWebhook } from './parse-webhook.ts'

export type IncomingWebhook = { rawBody: Uint8Array<ArrayBuffer>; signature: string | null }

/**
 * Takes one webhook: verifies it, then records the delivery and leaves its job in one transaction. When this
 * resolves, nothing can be lost any more and the sender may be answered 200.
 * @throws WebhookRejected when it is not Plaid's; anything else (key or database away) means "send it again"
 */
export async function receiveWebhook({ rawBody, signature }: IncomingWebhook, now: Date): Promise<void> {
  await verifyWebhook(rawBody, signature, now)
  const { webhookType, webhookCode, plaidItemId } = parseWebhook(rawBody)
  await inTransaction(async (tx) => {
    const { id } = await tx.webhookDelivery.create({
      data: { receivedAt: now, webhookType, webhookCode, plaidItemId, body: rawBody },
    })
    await enqueue(tx, 'apply-webhook', { deliveryId: id })
  })
}
