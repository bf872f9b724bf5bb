import { take } from '#lib/adapters/limits/take.ts'
import { overOwnLimit } from './plaid-fault.ts'

/**
 * Counts a call against Plaid's limits, over all processes, before it is made.
 * @throws PlaidFault of class `outage` when it would be one too many: the caller tries again later
 */
export async function spend(call: '/item/get' | '/accounts/get', plaidItemId: string): Promise<void> {
  const isWithin =
    call === '/item/get'
      ? (await take('item-get-item', plaidItemId)) && (await take('item-get-client', 'all'))
      : await take('accounts-get-item', plaidItemId)
  if (!isWithin) throw overOwnLimit(call)
}
