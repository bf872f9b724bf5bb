import { db, type Transaction } from '#lib/adapters/db/client.ts'
import type { WebhookDeliveryModel } from '#lib/adapters/db/rows.ts'
import { dayMs } from '#lib/domain/durations.ts'
import type { AccountNote } from '#lib/domain/history.ts'
import { parseWebhook } from './parse-webhook.ts'

const mostRepeats = 100

/** Keeps with the Item what a webhook tells of its accounts. */
export async function noteAccounts(tx: Transaction, itemId: string, noted: AccountNote, at: Date): Promise<void> {
  if (noted.kind === 'new_accounts_available') {
    await tx.item.update({ where: { id: itemId }, data: { newAccountsAt: at } })
    return
  }
  const { plaidAccountId } = noted
  await tx.bankAccount.updateMany({ where: { itemId, plaidAccountId, revokedAt: null }, data: { revokedAt: at } })
}

/**
 * Whether a repair was proved since the same was told first: in Link the person has seen every account and chosen.
 * Plaid sends a webhook again for up to a day when our answer was lost, so what is older is another one.
 */
export async function isNoteOver(itemId: string, delivery: WebhookDeliveryModel): Promise<boolean> {
  const { plaidItemId, webhookType, webhookCode, receivedAt } = delivery
  const told = await db().webhookDelivery.findMany({
    where: {
      plaidItemId,
      webhookType,
      webhookCode,
      receivedAt: { gt: new Date(receivedAt.getTime() - dayMs), lte: receivedAt },
    },
    orderBy: { receivedAt: 'asc' },
    take: mostRepeats,
  })
  const { plaidAccountId } = parseWebhook(delivery.body)
  const first = told.find(({ body }) => parseWebhook(body).plaidAccountId === plaidAccountId) ?? delivery
  const proved = await db().historyEntry.findFirst({
    where: { itemId, kind: 'repair_proved', at: { gt: first.receivedAt } },
    select: { id: true },
  })
  return proved !== null
}
