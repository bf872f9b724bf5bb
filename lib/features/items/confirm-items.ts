import { isPlaidFault } from './is-plaid-fault.ts'
import { askedBy, refreshItem } from './refresh-item.ts'

/**
 * Asks Plaid about several Items of one person before they are written to.
 * @returns the ids of Items about which there was no answer, while there was one about others
 * @throws PlaidFault when there was none about any, so that the caller tries again later
 */
export async function confirmItems(itemIds: string[], now: Date): Promise<Set<string>> {
  const silent = new Set<string>()
  let fault: unknown
  for (const itemId of new Set(itemIds)) {
    try {
      await refreshItem(itemId, now, askedBy('notice'))
    } catch (error) {
      if (!isPlaidFault(error)) throw error
      silent.add(itemId)
      fault = error
    }
  }
  if (fault && silent.size === new Set(itemIds).size) throw fault
  return silent
}
