import { take, takeInTurn } from '#lib/adapters/limits/take.ts'
import { overOwnLimit } from './plaid-fault.ts'

// Two of the client's windows: a backlog goes at Plaid's speed, and none of its jobs fails for it.
const patienceMs = 10_000

/**
 * Counts a call against Plaid's limits, over all processes, before it is made. Where those of the client are used up
 * it waits for the next window, a few seconds.
 * @throws PlaidFault of class `outage` when it would be one too many: the caller tries again later
 */
export async function spend(call: '/item/get' | '/accounts/get', plaidItemId: string): Promise<void> {
  if (call === '/accounts/get') return within(call, await take('accounts-get-item', plaidItemId))
  // The client's first: what is taken of the Item's must not grow old while we wait.
  within(call, await takeInTurn('item-get-client', 'all', patienceMs))
  within(call, await take('item-get-item', plaidItemId))
}

function within(call: string, isWithin: boolean): void {
  if (!isWithin) throw overOwnLimit(call)
}
