import type { HistoryFact } from '#lib/domain/history.ts'
import type { Transaction } from './client.ts'

export type HistoryPlace = { itemId: string; incidentId?: string | null; at: Date }

/** Writes one entry of an Item's history. */
export async function recordHistory(tx: Transaction, place: HistoryPlace, fact: HistoryFact): Promise<void> {
  const { kind, ...detail } = fact
  await tx.historyEntry.create({
    data: { itemId: place.itemId, incidentId: place.incidentId ?? null, at: place.at, kind, detail },
  })
}
