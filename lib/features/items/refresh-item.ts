import { db, type Transaction } from '#lib/adapters/db/client.ts'
import { type Hint, interpret, isCovered, needsAccounts, type Occasion } from '#lib/domain/hint.ts'
import type { FoundBy, HistoryFact } from '#lib/domain/history.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { isSighting } from '#lib/domain/outage.ts'
import { applyEvent, type FoundOut } from './apply-event.ts'
import { askInTurn, askPlaid } from './ask-plaid.ts'
import { noteOutage, type Seen } from './note-outage.ts'

/**
 * Nobody told us anything; we ask of our own accord.
 * @param since when it became of interest: an answer that somebody asked for later will do
 */
export function askedBy(by: FoundBy, since: Date | null = null): Occasion {
  return { hint: { type: 'asked' }, hintedAt: since, by, facts: [] }
}

/**
 * Asks Plaid how an Item is and applies the answer.
 * @returns the state after it, or null when there is no such Item
 * @throws PlaidFault when Plaid or the bank is away, so that the caller tries again later
 */
export function refreshItem(itemId: string, now: Date, occasion: Occasion): Promise<ItemState | null> {
  return askInTurn(itemId, now, (askedAt) => askAndApply(itemId, { at: now, askedAt }, occasion))
}

type Times = Pick<FoundOut, 'at' | 'askedAt'>

async function askAndApply(itemId: string, times: Times, occasion: Occasion): Promise<ItemState | null> {
  const item = await db().item.findUnique({ where: { id: itemId } })
  if (!item || item.state === 'removed') return item?.state ?? null
  const { hint, hintedAt, facts } = occasion
  // Twenty copies of one webhook are one question: whoever asked after this hint came knows all that it says.
  if (hintedAt && isCovered(hint, hintedAt, item)) return item.state
  const isClaimed = item.repairClaimedAt !== null
  const { truth, requestId, webhook, isFull } = await askPlaid(item, needsAccounts(hint, item.state) || isClaimed)
  const checked: HistoryFact = { kind: 'checked', found: truth.error?.errorCode ?? 'no_error', requestId }
  return applyEvent(itemId, {
    event: interpret(hint, truth, isClaimed),
    version: item.version,
    ...times,
    isFull,
    lastUpdateAt: truth.type === 'answered' ? truth.lastUpdateAt : null,
    by: occasion.by,
    webhook,
    facts: [...facts, checked],
    // While a bank is down `/item/get` calls its Items healthy; only who told us has met the outage.
    also: (tx) => noteReportedOutage(tx, hint, { itemId, institutionId: item.institutionId, at: times.at }),
  })
}

async function noteReportedOutage(tx: Transaction, hint: Hint, seen: Seen): Promise<void> {
  if (hint.type === 'reported_broken' && hint.error && isSighting(hint.error)) await noteOutage(tx, hint.error, seen)
}
