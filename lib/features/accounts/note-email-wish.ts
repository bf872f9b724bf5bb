import type { Transaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import type { HistoryFact } from '#lib/domain/history.ts'

type EmailWish = Extract<HistoryFact, { kind: 'subscribed' | 'unsubscribed' }>

/** Writes what a person decided about e-mail where support will look for it: with each of their open incidents. */
export async function noteEmailWish(tx: Transaction, userId: string, wish: EmailWish, now: Date): Promise<void> {
  const open = await tx.incident.findMany({
    where: { closedAt: null, item: { userId } },
    select: { id: true, itemId: true },
    orderBy: { itemId: 'asc' },
  })
  for (const { id, itemId } of open) await recordHistory(tx, { itemId, incidentId: id, at: now }, wish)
}
