import { inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { lockItem } from '#lib/adapters/db/lock-item.ts'
import { recordAll } from '#lib/adapters/db/record-history.ts'
import { spreadOf } from '#lib/adapters/db/spread-of.ts'
import { itemHealth } from '#lib/adapters/db/views.ts'
import type { WebhookSeen } from '#lib/adapters/plaid/get-item.ts'
import type { FoundBy, HistoryFact } from '#lib/domain/history.ts'
import type { ItemHealth, ItemState } from '#lib/domain/item-state.ts'
import { nextCheck } from '#lib/domain/next-check.ts'
import { type ItemEvent, transition } from '#lib/domain/transition.ts'
import { carryOut } from './carry-out.ts'
import { webhookColumns } from './note-webhook.ts'

export type FoundOut = {
  event: ItemEvent
  /** The Item's version before Plaid was asked. */
  version: number
  at: Date
  /** An instant right before Plaid was asked; what came later is not in its answer. */
  askedAt: Date
  /** Whether the answer leaves nothing open that the accounts could tell. */
  isFull: boolean
  by: FoundBy
  lastUpdateAt: Date | null
  /** What Plaid said about the Item's webhooks; null when it did not answer about the Item. */
  webhook: WebhookSeen | null
  /** What else belongs into the history, written before what follows from the event. */
  facts: HistoryFact[]
  /** More to store with it, in the same transaction. */
  also?: (tx: Transaction) => Promise<void>
}

/** Another answer was stored while this one was on its way; which of the two is newer nobody knows. */
class OvertakenError extends Error {
  override name = 'OvertakenError'
}

/**
 * Applies what was found out about an Item: state, incident, notices, links, history and the next jobs, in one
 * transaction under the Item's lock.
 * @returns the state after it, or null when there is no such Item
 * @throws OvertakenError when the Item changed since `version` was read: ask Plaid again
 */
export function applyEvent(itemId: string, found: FoundOut): Promise<ItemState | null> {
  return inTransaction(async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return null
    if (item.version !== found.version) throw new OvertakenError(`Item ${itemId} changed while Plaid was asked`)
    const before = itemHealth(item)
    const { at } = found
    const instants = { at, lastRepairedAt: await lastRepair(tx, itemId), stateSince: item.stateSince }
    const { next, effects } = transition(before, found.event, instants)
    await tx.item.update({
      where: { id: itemId },
      data: {
        ...columnsOf(next),
        ...(await webhookColumns(tx, { plaidItemId: item.plaidItemId, state: next.state }, found.webhook)),
        stateSince: next.state === before.state ? item.stateSince : at,
        lastUpdateAt: found.lastUpdateAt ?? item.lastUpdateAt,
        checkedAt: found.askedAt,
        ...(found.isFull && { fullyCheckedAt: found.askedAt }),
        repairClaimedAt: null,
        nextCheckAt: nextCheck(next, at, spreadOf(itemId)),
        version: item.version + 1,
      },
      select: { id: true },
    })
    await recordAll(tx, { itemId, at }, [...found.facts, ...changeOf(before, next, found.by)])
    await found.also?.(tx)
    const { userId, institutionId } = item
    const place = { itemId, userId, institutionId, endsAt: next.expiresAt, at }
    for (const effect of effects) await carryOut(tx, effect, place)
    return next.state
  })
}

function changeOf(before: ItemHealth, next: ItemHealth, by: FoundBy): HistoryFact[] {
  if (next.state === before.state) return []
  return [{ kind: 'state_changed', from: before.state, to: next.state, errorCode: next.error?.errorCode ?? null, by }]
}

/**
 * Asks and applies again as long as others are faster, which a few tries settle.
 * @throws OvertakenError when they are faster every time
 */
export async function retryOvertaken<Result>(askAndApply: () => Promise<Result>, tries = 5): Promise<Result> {
  try {
    return await askAndApply()
  } catch (error) {
    if (tries <= 1 || !(error instanceof OvertakenError)) throw error
    return retryOvertaken(askAndApply, tries - 1)
  }
}

/** When the Item last became healthy after an incident. */
export async function lastRepair(tx: Transaction, itemId: string): Promise<Date | null> {
  const repaired = await tx.incident.findFirst({
    where: { itemId, closedAt: { not: null }, closedReason: { not: 'removed' } },
    orderBy: { openedAt: 'desc' },
    select: { closedAt: true },
  })
  return repaired?.closedAt ?? null
}

function columnsOf(health: ItemHealth) {
  return {
    state: health.state,
    errorType: health.error?.errorType ?? null,
    errorCode: health.error?.errorCode ?? null,
    errorCodeReason: health.error?.errorCodeReason ?? null,
    displayMessage: health.error?.displayMessage ?? null,
    expiresAt: health.expiresAt,
    consentEndsAt: health.consentEndsAt,
  }
}
