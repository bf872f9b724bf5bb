import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import type { WebhookDeliveryModel } from '#lib/adapters/db/rows.ts'
import { log } from '#lib/log.ts'
import { type Ignored, judgeDelivery, type Said } from './judge-delivery.ts'
import { isNoteOver, noteAccounts } from './note-accounts.ts'

/**
 * Reads what a recorded delivery says about one of our Items, or about a Link session of ours. What we do not act on is
 * settled here with the reason.
 * @returns what it is about and what it says, or null when nothing is left to do
 */
export async function readDelivery(deliveryId: string, now: Date): Promise<Said | null> {
  const delivery = await db().webhookDelivery.findUnique({ where: { id: deliveryId } })
  if (delivery?.outcome !== 'pending') return null
  const judgement = await judgeDelivery(delivery)
  if (!('ignored' in judgement)) return judgement
  const { itemId, noted } = judgement
  const isOver = itemId !== null && noted !== null && (await isNoteOver(itemId, delivery))
  await ignore(delivery, isOver ? { itemId, noted: null, ignored: 'repaired_since' } : judgement, now)
  return null
}

/**
 * Notes that a delivery did what it could.
 * @param ignored why there was nothing to do, where only who looked for its session can say so
 */
export async function settleDelivery(deliveryId: string, now: Date, ignored: string | null = null): Promise<void> {
  const settled = { outcome: ignored === null ? 'applied' : 'ignored', reason: ignored, settledAt: now } as const
  await db().webhookDelivery.update({ where: { id: deliveryId }, data: settled, select: { id: true } })
}

async function ignore(delivery: WebhookDeliveryModel, { ignored, itemId, noted }: Ignored, now: Date): Promise<void> {
  const { id, webhookType, webhookCode, receivedAt } = delivery
  if (ignored === 'unknown_code') log.warn({ webhookType, webhookCode, itemId }, 'webhooks: Plaid sent a new code')
  await inTransaction(async (tx) => {
    const settled = { outcome: 'ignored', reason: ignored, settledAt: now } as const
    await tx.webhookDelivery.update({ where: { id }, data: settled })
    if (!itemId || wasTold(delivery)) return
    if (noted) await noteAccounts(tx, itemId, noted, receivedAt)
    const fact = noted ?? ({ kind: 'webhook_ignored', webhookType, webhookCode, reason: ignored } as const)
    await recordHistory(tx, { itemId, at: now }, fact)
  })
}

/** A delivery that is replayed has been settled before; its Item's history knows of it, unless the Item was unknown. */
function wasTold({ settledAt, reason }: WebhookDeliveryModel): boolean {
  return settledAt !== null && reason !== 'unknown_item'
}
