import { db } from '#lib/adapters/db/client.ts'
import { getAccounts } from '#lib/adapters/plaid/get-accounts.ts'
import { getItem, type ItemAccess, type WebhookSeen } from '#lib/adapters/plaid/get-item.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { type Hint, interpret, isCovered, isNoAnswer, needsAccounts, type Truth } from '#lib/domain/hint.ts'
import type { FoundBy, HistoryFact } from '#lib/domain/history.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { applyEvent, retryOvertaken } from './apply-event.ts'

/** What made us ask, for the history: a webhook's arrival, for instance. `hintedAt` is when it came. */
export type Occasion = { hint: Hint; hintedAt: Date | null; by: FoundBy; facts: HistoryFact[] }

/** Nobody told us anything; we ask of our own accord. */
export function askedBy(by: FoundBy): Occasion {
  return { hint: { type: 'asked' }, hintedAt: null, by, facts: [] }
}

/**
 * Asks Plaid how an Item is and applies the answer.
 * @returns the state after it, or null when there is no such Item
 * @throws PlaidFault when Plaid or the bank is away, so that the caller tries again later
 */
export function refreshItem(itemId: string, now: Date, occasion: Occasion): Promise<ItemState | null> {
  return retryOvertaken(() => askAndApply(itemId, now, occasion))
}

async function askAndApply(itemId: string, now: Date, occasion: Occasion): Promise<ItemState | null> {
  const item = await db().item.findUnique({ where: { id: itemId } })
  if (!item || item.state === 'removed') return item?.state ?? null
  const { hint, hintedAt, facts } = occasion
  // Twenty copies of one webhook are one question: whoever asked after this hint came knows all that it says.
  if (hintedAt && isCovered(hint, hintedAt, item.checkedAt)) return item.state
  const { truth, requestId, webhook } = await askPlaid(item, needsAccounts(hint, item.state))
  const checked: HistoryFact = { kind: 'checked', found: truth.error?.errorCode ?? 'no_error', requestId }
  return applyEvent(itemId, {
    event: interpret(hint, truth),
    version: item.version,
    at: now,
    lastUpdateAt: truth.type === 'answered' ? truth.lastUpdateAt : null,
    by: occasion.by,
    webhook,
    facts: [...facts, checked],
  })
}

/**
 * What Plaid says about an Item now.
 * @throws PlaidFault when Plaid or the bank is away
 */
export async function askPlaid(
  access: ItemAccess,
  withAccounts: boolean,
): Promise<{ truth: Truth; requestId: string | null; webhook: WebhookSeen | null }> {
  try {
    const { requestId, webhook, ...answer } = await getItem(access)
    if (withAccounts && !answer.error) await getAccounts(access)
    return { truth: { type: 'answered', ...answer }, requestId, webhook }
  } catch (fault) {
    if (!(fault instanceof PlaidFault)) throw fault
    const truth: Truth = { type: 'refused', error: fault.error }
    if (isNoAnswer(truth)) throw fault
    return { truth, requestId: fault.requestId, webhook: null }
  }
}
