import { db, inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { getAccounts, type PlaidAccount } from '#lib/adapters/plaid/get-accounts.ts'
import { getItem, type ItemAccess, type ItemAnswer } from '#lib/adapters/plaid/get-item.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { type AccountChange, compareAccounts } from '#lib/domain/accounts.ts'
import { isNoAnswer } from '#lib/domain/hint.ts'
import type { HistoryFact } from '#lib/domain/history.ts'
import type { ItemError } from '#lib/domain/item-state.ts'
import { applyEvent, retryOvertaken } from './apply-event.ts'

export type Proof =
  | { outcome: 'proved'; accounts: AccountChange[]; expiresAt: Date | null }
  | { outcome: 'not_yet'; errorCode: string }

type Answer =
  | ({ works: true; accounts: PlaidAccount[] } & Pick<ItemAnswer, 'consentExpiresAt' | 'lastUpdateAt' | 'webhook'>)
  | { works: false; error: ItemError }

/**
 * The proof of repair, after Link said that it succeeded: only when `/item/get` has no error and `/accounts/get`
 * answers does the Item become healthy. The access token has not changed, so nothing is exchanged.
 * @throws Error when there is no such Item; PlaidFault never (Plaid away counts as "not yet")
 */
export function proveRepair(itemId: string, now: Date): Promise<Proof> {
  return retryOvertaken(() => askAndApply(itemId, now))
}

async function askAndApply(itemId: string, now: Date): Promise<Proof> {
  const item = await db().item.findUniqueOrThrow({ where: { id: itemId }, include: { accounts: true } })
  const answer = await ask(item)
  if (!answer.works) {
    await keepFailure(item, answer.error, now)
    return { outcome: 'not_yet', errorCode: answer.error.errorCode }
  }
  const changes = compareAccounts(item.accounts, answer.accounts)
  const missing = changes.filter(({ status }) => status === 'missing').length
  const state = await applyEvent(itemId, {
    event: { type: 'repair_proved', consentExpiresAt: answer.consentExpiresAt },
    version: item.version,
    at: now,
    by: 'person',
    lastUpdateAt: answer.lastUpdateAt,
    webhook: answer.webhook,
    facts: [{ kind: 'repair_proved', accounts: answer.accounts.length, missing }],
    also: async (tx) => {
      await replaceAccounts(tx, itemId, answer.accounts)
      // In Link the person has seen every account and chosen: what is not shared now is so on purpose.
      await tx.item.update({ where: { id: itemId }, data: { newAccountsAt: null } })
    },
  })
  if (state !== 'healthy') return { outcome: 'not_yet', errorCode: item.errorCode ?? 'CHANGED_MEANWHILE' }
  return { outcome: 'proved', accounts: changes, expiresAt: answer.consentExpiresAt }
}

async function keepFailure(item: { id: string; version: number }, error: ItemError, at: Date): Promise<void> {
  const fact: HistoryFact = { kind: 'repair_not_proved', found: error.errorCode }
  // Who got no answer knows nothing new: the Item must not count as checked, or a hint that waits would be passed over.
  if (isNoAnswer({ type: 'refused', error })) {
    return inTransaction((tx) => recordHistory(tx, { itemId: item.id, at }, fact))
  }
  await applyEvent(item.id, {
    event: { type: 'found_broken', error },
    version: item.version,
    at,
    by: 'person',
    lastUpdateAt: null,
    webhook: null,
    facts: [fact],
  })
}

async function ask(access: ItemAccess): Promise<Answer> {
  try {
    const { error, consentExpiresAt, lastUpdateAt, webhook } = await getItem(access)
    if (error) return { works: false, error }
    return { works: true, accounts: await getAccounts(access), consentExpiresAt, lastUpdateAt, webhook }
  } catch (fault) {
    if (fault instanceof PlaidFault) return { works: false, error: fault.error }
    throw fault
  }
}

/** Stores the accounts that are shared now in the place of those before. */
export async function replaceAccounts(tx: Transaction, itemId: string, accounts: PlaidAccount[]): Promise<void> {
  await tx.bankAccount.deleteMany({ where: { itemId } })
  await tx.bankAccount.createMany({ data: accounts.map((account) => ({ itemId, ...account })) })
}
