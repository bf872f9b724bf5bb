import type { Transaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { isSighting } from '#lib/domain/outage.ts'

/** Through which Item an outage was seen, and when. */
export type Seen = { itemId: string; institutionId: string | null; at: Date }

/** Keeps that an institution was seen down through an Item, and leaves the question how it is. */
export async function noteOutage(
  tx: Transaction,
  error: { errorType: string; errorCode: string },
  seen: Seen,
): Promise<void> {
  const { itemId, institutionId, at } = seen
  await recordHistory(tx, { itemId, at }, { kind: 'outage_noted', errorCode: error.errorCode })
  if (!institutionId || !isSighting(error)) return
  await tx.outageSighting.upsert({
    where: { institutionId_itemId: { institutionId, itemId } },
    create: { institutionId, itemId, seenAt: at },
    update: { seenAt: at },
  })
  await enqueue(tx, 'check-institution', { institutionId })
}
