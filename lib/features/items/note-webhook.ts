import type { Transaction } from '#lib/adapters/db/client.ts'
import type { WebhookSeen } from '#lib/adapters/plaid/get-item.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { isMissed } from '#lib/domain/webhook-drift.ts'

const longestUrl = 1000

/**
 * The Item's columns for what Plaid says about its webhooks. That the last one has not come is noted here, where it
 * costs one look-up, so that the drift report need not compare all Items with all deliveries.
 */
export async function webhookColumns(
  tx: Transaction,
  { plaidItemId, state }: { plaidItemId: string; state: ItemState },
  seen: WebhookSeen | null,
) {
  if (state === 'removed') return { plaidWebhookUrl: null, missedWebhookAt: null }
  if (!seen) return {}
  const latest = await tx.webhookDelivery.findFirst({
    where: { plaidItemId, source: 'plaid' },
    orderBy: { receivedAt: 'desc' },
    select: { receivedAt: true },
  })
  return {
    plaidWebhookUrl: urlColumn(seen.url),
    lastWebhookSentAt: seen.lastSentAt,
    lastWebhookCode: seen.lastCode,
    missedWebhookAt: isMissed(seen.lastSentAt, latest?.receivedAt ?? null) ? seen.lastSentAt : null,
  }
}

/** Null in the column means "not asked yet"; longer addresses than an index takes are cut. */
export function urlColumn(url: string | null): string {
  return (url ?? '').slice(0, longestUrl)
}
