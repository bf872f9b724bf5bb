import { inTransaction } from '#lib/adapters/db/client.ts'
import { enqueueAll } from '#lib/adapters/queue/queue.ts'
import { hourMs } from '#lib/domain/durations.ts'

/** How many Items one sweep asks for at most; a minute later comes the next. */
const sweepBudget = 500

// A check that is lost comes again after this; it is far longer than a check may wait in the queue.
const claimMs = hourMs

/**
 * Takes the Items that are due, those that waited longest first, and leaves a check for each, spread over the time
 * until the next sweep. Reads one page of one index, however many Items there are.
 * @param withinMs over which time the checks are spread
 * @returns how many checks were left
 */
export function sweepItems(now: Date, withinMs: number, budget = sweepBudget): Promise<number> {
  const claimedUntil = new Date(now.getTime() + claimMs)
  return inTransaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      UPDATE items SET next_check_at = ${claimedUntil}
      WHERE id IN (
        SELECT id FROM items WHERE next_check_at <= ${now}
        ORDER BY next_check_at LIMIT ${budget} FOR UPDATE SKIP LOCKED
      )
      RETURNING id`
    const stepMs = withinMs / Math.max(due.length, 1)
    const startAfter = (index: number) => new Date(now.getTime() + index * stepMs)
    if (due.length > 0) {
      await enqueueAll(
        tx,
        'check-item',
        due.map(({ id }) => ({ itemId: id })),
        startAfter,
      )
    }
    return due.length
  })
}
