import type { Transaction } from './client.ts'
import { recordHistory } from './record-history.ts'

/** Hands an incident over to support. Once: it keeps the first reason, and so does its history. */
export async function handOver(
  tx: Transaction,
  place: { itemId: string; incidentId: string; at: Date },
  reason: string,
): Promise<void> {
  const { count } = await tx.incident.updateMany({
    where: { id: place.incidentId, handedOverAt: null },
    data: { handedOverAt: place.at, handedOverReason: reason },
  })
  if (count === 1) await recordHistory(tx, place, { kind: 'handed_over', reason })
}
