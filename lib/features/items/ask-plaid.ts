import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { inTurn } from '#lib/adapters/db/in-turn.ts'
import { getAccounts, type PlaidAccount } from '#lib/adapters/plaid/get-accounts.ts'
import { getItem, type ItemAccess, type WebhookSeen } from '#lib/adapters/plaid/get-item.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { isNoAnswer, type Truth } from '#lib/domain/hint.ts'
import { isSighting } from '#lib/domain/outage.ts'
import { retryOvertaken } from './apply-event.ts'
import { noteOutage } from './note-outage.ts'

export type PlaidAnswer = {
  truth: Truth
  /** What is shared now; null when that was not asked, or when the Item has an error. */
  accounts: PlaidAccount[] | null
  requestId: string | null
  webhook: WebhookSeen | null
  /** Whether Plaid said all that it knows: an error, or that the accounts answer too. */
  isFull: boolean
}

/**
 * Asks Plaid and applies the answer, one at a time for an Item over all processes. Who waits can find that the answer
 * before, if it was asked for late enough, says all that it wanted to know.
 * @param askAndApply gets the instant at which its turn came, which is right before Plaid is asked
 * @throws PlaidFault what `askAndApply` throws, and the fault of a question that began while this one waited
 */
export function askInTurn<Result>(
  itemId: string,
  now: Date,
  askAndApply: (askedAt: Date) => Promise<Result>,
): Promise<Result> {
  return inTurn(
    `ask-item:${itemId}`,
    (waitedMs) => {
      const askedAt = new Date(now.getTime() + Math.floor(waitedMs))
      return retryOvertaken(() => askAndApply(askedAt)).catch((error) => seeOutage(itemId, error, now))
    },
    (error) => error instanceof PlaidFault,
  )
}

/** A bank that cannot be reached is a sighting of an outage; the error goes on to who asked. */
async function seeOutage(itemId: string, error: unknown, at: Date): Promise<never> {
  if (error instanceof PlaidFault && isSighting(error.error)) {
    const { institutionId } = await db().item.findUniqueOrThrow({ where: { id: itemId } })
    await inTransaction((tx) => noteOutage(tx, error.error, { itemId, institutionId, at }))
  }
  throw error
}

/**
 * What Plaid says about an Item now.
 * @param withAccounts whether to ask `/accounts/get` too; `/item/get` alone can call an Item healthy that shares nothing
 * @throws PlaidFault when Plaid or the bank is away
 */
export async function askPlaid(access: ItemAccess, withAccounts: boolean): Promise<PlaidAnswer> {
  try {
    const { requestId, webhook, ...answer } = await getItem(access)
    const accounts = withAccounts && !answer.error ? await getAccounts(access) : null
    const isFull = accounts !== null || answer.error !== null
    return { truth: { type: 'answered', ...answer }, accounts, requestId, webhook, isFull }
  } catch (fault) {
    if (!(fault instanceof PlaidFault)) throw fault
    const truth: Truth = { type: 'refused', error: fault.error }
    if (isNoAnswer(truth)) throw fault
    return { truth, accounts: null, requestId: fault.requestId, webhook: null, isFull: true }
  }
}
