import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { updateWebhook } from '#lib/adapters/plaid/update-webhook.ts'
import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'
import { urlColumn } from './note-webhook.ts'
import { refreshItem } from './refresh-item.ts'

export type PointResult =
  | { outcome: 'pointed' }
  | { outcome: 'not_pointed'; reason: 'unknown_item' | 'removed' }
  | { outcome: 'refused'; errorCode: string }

/**
 * Has Plaid send an Item's webhooks to this installation. When Plaid refuses because of the Item itself, the Item is
 * asked about, so that what is wrong with it is known.
 * @throws PlaidFault when Plaid is away, so that the caller tries again later
 */
export async function pointWebhookAtUs(itemId: string, now: Date): Promise<PointResult> {
  const item = await db().item.findUnique({ where: { id: itemId } })
  if (!item) return { outcome: 'not_pointed', reason: 'unknown_item' }
  if (item.state === 'removed') return { outcome: 'not_pointed', reason: 'removed' }
  try {
    const { url, requestId } = await updateWebhook(item, webhookUrl())
    await inTransaction(async (tx) => {
      await tx.item.update({ where: { id: itemId }, data: { plaidWebhookUrl: urlColumn(url) } })
      await recordHistory(tx, { itemId, at: now }, { kind: 'webhook_pointed', requestId })
    })
    return { outcome: 'pointed' }
  } catch (fault) {
    if (!(fault instanceof PlaidFault) || fault.errorClass === 'outage') throw fault
    const hint = { type: 'reported_broken', error: fault.error } as const
    await refreshItem(itemId, now, { hint, hintedAt: null, by: 'api', facts: [] })
    return { outcome: 'refused', errorCode: fault.code }
  }
}
