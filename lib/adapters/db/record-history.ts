import type { HistoryFact } from '#lib/domain/history.ts'
import type { Transaction } from './client.ts'

export type HistoryPlace = { itemId: string; incidentId?: string | null; at: Date }

/** Writes one entry of an Item's history. */
export function recordHistory(tx: Transaction, place: HistoryPlace, fact: HistoryFact): Promise<void> {
  return recordAll(tx, place, [fact])
}

/** Writes entries of an Item's history in one statement; their ids (uuid 7) keep their order. */
export async function recordAll(tx: Transaction, place: HistoryPlace, facts: HistoryFact[]): Promise<void> {
  const { itemId, incidentId = null, at } = place
  await tx.historyEntry.createMany({
    data: facts.map(({ kind, ...detail }) => ({ itemId, incidentId, at, kind, detail })),
  })
}
