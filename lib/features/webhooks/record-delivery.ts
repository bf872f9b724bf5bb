import { newId } from '#lib/adapters/db/new-id.ts'
import { inOneTrip } from '#lib/adapters/db/one-trip.ts'
import { type DeliveryRow, storeDeliveries } from '#lib/adapters/db/store-deliveries.ts'
import { statementOf } from '#lib/adapters/queue/queue.ts'
import { parseWebhook } from './parse-webhook.ts'
import { shareCommits } from './share-commits.ts'

/** `api`: a host product met the error in a call of its own. */
export type DeliverySource = 'plaid' | 'api'

// The bodies travel as text in one value, each byte as two characters, and V8's longest string has 512 M of them.
const mostPerCommit = { entries: 200, bytes: 16 * 1024 * 1024, bytesOf: ({ body }: DeliveryRow) => body.byteLength }

/** Stores deliveries and leaves their jobs: all of them in one commit, or none. */
const record = shareCommits<DeliveryRow>(async (rows) => {
  const jobs = await statementOf(
    'apply-webhook',
    rows.map(({ id }) => ({ deliveryId: id })),
  )
  await inOneTrip([storeDeliveries(rows), jobs])
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
  const { webhookType, webhookCode, plaidItemId } = webhook
  const { rawBody: body, source } = delivery
  return record({ id: newId(), receivedAt: now, webhookType, webhookCode, plaidItemId, source, body })
}
