import { inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { enqueueAll } from '#lib/adapters/queue/queue.ts'
import { hourMs } from '#lib/domain/durations.ts'

/** How many Items one sweep asks for at most; a minute later comes the next. */
const sweepBudget = 500

// A check that is lost comes again after this. One that waits still, while Plaid is away, is left no second time
// (`exclusiveJobs`).
const claimMs = hourMs

/**
 * Takes the Items that are due, those that waited longest first, and leaves a check for each, spread over the time
 * until the next sweep. Reads one page of one index, however many Items there are.
 * @param withinMs over which time the checks are spread
 * @returns how many Items were due
 */
export function sweepItems(now: Date, withinMs: number, budget = sweepBudget): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await claimDue(tx, now, budget)
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

/** What an UPDATE returns has no order, so it is put in order after it. */
function claimDue(tx: Transaction, now: Date, budget: number): Promise<{ id: string }[]> {
  const claimedUntil = new Date(now.getTime() + claimMs)
  return tx.$queryRaw`
    WITH due AS (
      SELECT id, next_check_at FROM items WHERE next_check_at <= ${now}
      ORDER BY next_check_at LIMIT ${budget} FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE items SET next_check_at = ${claimedUntil} FROM due WHERE items.id = due.id RETURNING items.id
    )
    SELECT claimed.id FROM claimed JOIN due USING (id) ORDER BY due.next_check_at`
}
