import { inTransaction } from '#lib/adapters/db/client.ts'
import { newId } from '#lib/adapters/db/new-id.ts'
import { enqueueAll } from '#lib/adapters/queue/queue.ts'
import { type ParsedWebhook, parseWebhook } from './parse-webhook.ts'
import { shareCommits } from './share-commits.ts'

/** `api`: a host product met the error in a call of its own. */
export type DeliverySource = 'plaid' | 'api'

type NewDelivery = {
  rawBody: Uint8Array<ArrayBuffer>
  webhook: ParsedWebhook
  source: DeliverySource
  receivedAt: Date
}

const mostPerCommit = 200

/** Stores deliveries and leaves their jobs: all of them in one commit, or none. */
const record = shareCommits<NewDelivery>(async (deliveries) => {
  const rows = deliveries.map(({ rawBody, webhook, source, receivedAt }) => ({
    id: newId(),
    receivedAt,
    webhookType: webhook.webhookType,
    webhookCode: webhook.webhookCode,
    plaidItemId: webhook.plaidItemId,
    source,
    body: rawBody,
  }))
  await inTransaction(async (tx) => {
    await tx.webhookDelivery.createMany({ data: rows })
    await enqueueAll(
      tx,
      'apply-webhook',
      rows.map(({ id }) => ({ deliveryId: id })),
    )
  })
}, mostPerCommit)

/**
 * Records one delivery with its job. When this resolves, nothing can be lost any more.
 * @throws whatever the database threw; nothing is stored then
 */
export function recordDelivery(
  delivery: { rawBody: Uint8Array<ArrayBuffer>; source: DeliverySource },
  now: Date,
  webhook = parseWebhook(delivery.rawBody),
): Promise<void> {
  return record({ ...delivery, webhook, receivedAt: now })
}
