import { db } from '#lib/adapters/db/client.ts'
import { itemHealth } from '#lib/adapters/db/views.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { interpret, isCovered, needsAccounts, type Occasion } from '#lib/domain/hint.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { type Effect, transition } from '#lib/domain/transition.ts'
import { lastRepair } from './apply-event.ts'
import { askPlaid, type PlaidAnswer } from './ask-plaid.ts'

/** What following a hint would do to its Item now; `quiet` says why Plaid need not be asked, `unknown` why it could not. */
export type RefreshPreview =
  | { plaidItemId: string; before: ItemState; after: ItemState; effects: Effect['type'][] }
  | { plaidItemId: string; before: ItemState; quiet: 'removed' | 'asked_since' }
  | { plaidItemId: string; before: ItemState; unknown: string }

/** Asks Plaid about each Item once and keeps the answer, so that a dry run leaves the worker what it may ask. */
export function askOnce(): typeof askPlaid {
  const answers = new Map<string, Promise<PlaidAnswer>>()
  return (access, withAccounts) => {
    const question = `${access.plaidItemId} ${withAccounts}`
    const answer = answers.get(question) ?? askPlaid(access, withAccounts)
    answers.set(question, answer)
    return answer
  }
}

/**
 * Follows a hint as `refreshItem` does, asks Plaid too, and stores nothing.
 * @param ask what asks Plaid
 */
export async function previewRefresh(
  itemId: string,
  now: Date,
  occasion: Occasion,
  ask = askPlaid,
): Promise<RefreshPreview> {
  const item = await db().item.findUniqueOrThrow({ where: { id: itemId } })
  const { hint, hintedAt } = occasion
  const known = { plaidItemId: item.plaidItemId, before: item.state }
  if (item.state === 'removed') return { ...known, quiet: 'removed' }
  if (hintedAt && isCovered(hint, hintedAt, item)) return { ...known, quiet: 'asked_since' }
  try {
    const isClaimed = item.repairClaimedAt !== null
    const { truth } = await ask(item, needsAccounts(hint, item.state) || isClaimed)
    const event = interpret(hint, truth, isClaimed)
    const instants = { at: now, lastRepairedAt: await lastRepair(db(), itemId), stateSince: item.stateSince }
    const { next, effects } = transition(itemHealth(item), event, instants)
    return { ...known, after: next.state, effects: effects.map(({ type }) => type) }
  } catch (error) {
    // One Item that cannot be asked about must not end the whole report; its line says why.
    return { ...known, unknown: error instanceof PlaidFault ? error.code : String(error) }
  }
}
