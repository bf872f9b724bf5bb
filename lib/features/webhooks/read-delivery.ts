import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { type Hint, readWebhook } from '#lib/domain/hint.ts'
import type { FoundBy, HistoryFact } from '#lib/domain/history.ts'
import { parseWebhook } from './parse-webhook.ts'

export type Said = { itemId: string; occasion: { hint: Hint; hintedAt: Date; by: FoundBy; facts: HistoryFact[] } }

/**
 * Reads what a recorded delivery says about one of our Items. What we do not act on is settled here with the reason.
 * @returns the Item and the hint, or null when nothing is left to do
 */
export async function readDelivery(deliveryId: string, now: Date): Promise<Said | null> {
  const delivery = await db().webhookDelivery.findUnique({ where: { id: deliveryId } })
  if (delivery?.outcome !== 'pending') return null
  const webhook = parseWebhook(delivery.body)
  const { webhookType, webhookCode, plaidItemId } = webhook
  const item = plaidItemId ? await db().item.findUnique({ where: { plaidItemId }, select: { id: true } }) : null
  if (!item) {
    await ignore(deliveryId, plaidItemId ? 'unknown_item' : 'names_no_item', now)
    return null
  }
  const reading = readWebhook(webhook)
  if ('ignored' in reading) {
    const fact = { kind: 'webhook_ignored', webhookType, webhookCode, reason: reading.ignored } as const
    await ignore(deliveryId, reading.ignored, now, { itemId: item.id, fact })
    return null
  }
  const by = delivery.source === 'api' ? 'api' : 'webhook'
  const fact: HistoryFact = { kind: 'webhook_received', webhookType, webhookCode, deliveryId }
  return { itemId: item.id, occasion: { hint: reading.hint, hintedAt: delivery.receivedAt, by, facts: [fact] } }
}

/** Notes that a delivery did what it could. */
export async function settleDelivery(deliveryId: string, now: Date): Promise<void> {
  await db().webhookDelivery.update({ where: { id: deliveryId }, data: { outcome: 'applied', settledAt: now } })
}

async function ignore(deliveryId: string, reason: string, now: Date, told?: { itemId: string; fact: HistoryFact }) {
  await inTransaction(async (tx) => {
    const settled = { outcome: 'ignored', reason, settledAt: now } as const
    await tx.webhookDelivery.update({ where: { id: deliveryId }, data: settled })
    if (told) await recordHistory(tx, { itemId: told.itemId, at: now }, told.fact)
  })
}
