import { db, inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import type { PlaidAccount } from '#lib/adapters/plaid/get-accounts.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { type AccountChange, compareAccounts, isSameAccount } from '#lib/domain/accounts.ts'
import type { HistoryFact } from '#lib/domain/history.ts'
import type { ItemError } from '#lib/domain/item-state.ts'
import { shareAgainMs } from '#lib/domain/reconnect-link.ts'
import { applyEvent, type FoundOut } from './apply-event.ts'
import { askInTurn, askPlaid } from './ask-plaid.ts'

export type Proof =
  | { outcome: 'proved'; accounts: AccountChange[]; expiresAt: Date | null }
  | { outcome: 'not_yet'; errorCode: string }

type About = Pick<FoundOut, 'version' | 'at' | 'askedAt' | 'by' | 'webhook' | 'isFull'>

/**
 * The proof of repair, after Link said that it succeeded: only when `/item/get` has no error and `/accounts/get`
 * answers does the Item become healthy. The access token has not changed, so nothing is exchanged.
 * @throws Error when there is no such Item; PlaidFault never (Plaid away counts as "not yet")
 */
export async function proveRepair(itemId: string, now: Date): Promise<Proof> {
  try {
    return await askInTurn(itemId, now, (askedAt) => askAndApply(itemId, { at: now, askedAt }))
  } catch (fault) {
    if (!(fault instanceof PlaidFault)) throw fault
    // Who got no answer knows nothing new: the Item must not count as checked, or a hint that waits would be passed over.
    await inTransaction(async (tx) => {
      await recordHistory(tx, { itemId, at: now }, notProved(fault.code))
      await oweProof(tx, itemId, now)
    })
    return { outcome: 'not_yet', errorCode: fault.code }
  }
}

async function askAndApply(itemId: string, times: Pick<About, 'at' | 'askedAt'>): Promise<Proof> {
  const include = { accounts: { orderBy: { name: 'asc' } } } as const
  const item = await db().item.findUniqueOrThrow({ where: { id: itemId }, include })
  const { truth, accounts, webhook, isFull } = await askPlaid(item, true)
  const about: About = { ...times, version: item.version, by: 'person', webhook, isFull }
  if (truth.type === 'refused') return keepFailure(itemId, truth.error, about)
  if (truth.error) return keepFailure(itemId, truth.error, about)
  const shared = accounts ?? []
  const changes = compareAccounts(item.accounts.filter(isRemembered(times.at)), shared)
  const missing = changes.filter(({ status }) => status === 'missing').length
  const state = await applyEvent(itemId, {
    ...about,
    event: { type: 'repair_proved', consentExpiresAt: truth.consentExpiresAt },
    lastUpdateAt: truth.lastUpdateAt,
    facts: [{ kind: 'repair_proved', accounts: shared.length, missing }],
    also: async (tx) => {
      await keepAccounts(tx, itemId, { before: item.accounts, shared }, times.at)
      // In Link the person has seen every account and chosen: what is not shared now is so on purpose.
      await tx.item.update({ where: { id: itemId }, data: { newAccountsAt: null } })
    },
  })
  if (state !== 'healthy') return { outcome: 'not_yet', errorCode: item.errorCode ?? 'CHANGED_MEANWHILE' }
  return { outcome: 'proved', accounts: changes, expiresAt: truth.consentExpiresAt }
}

/** What is compared: what was shared, and what the repair that was a moment ago had found missing. */
function isRemembered(at: Date) {
  return ({ goneAt }: { goneAt: Date | null }) => goneAt === null || at.getTime() - goneAt.getTime() < shareAgainMs
}

async function keepFailure(itemId: string, error: ItemError, about: About): Promise<Proof> {
  const { errorCode } = error
  await applyEvent(itemId, {
    ...about,
    event: { type: 'found_broken', error },
    lastUpdateAt: null,
    facts: [notProved(errorCode)],
  })
  return { outcome: 'not_yet', errorCode }
}

/**
 * The sweep asks in the person's place. An answer that is under way was not asked with this in mind, so the version
 * lets it be asked anew.
 */
async function oweProof(tx: Transaction, itemId: string, at: Date): Promise<void> {
  const owed = { repairClaimedAt: at, nextCheckAt: at, version: { increment: 1 } }
  await tx.item.updateMany({ where: { id: itemId, state: { not: 'removed' } }, data: owed })
}

function notProved(errorCode: string): HistoryFact {
  return { kind: 'repair_not_proved', found: errorCode }
}

type Accounts = { before: (PlaidAccount & { goneAt: Date | null })[]; shared: PlaidAccount[] }

/** Stores the accounts that are shared now; those that are no more stay behind as gone, to be named and shared again. */
async function keepAccounts(tx: Transaction, itemId: string, { before, shared }: Accounts, at: Date): Promise<void> {
  const gone = before
    .filter((account) => !shared.some(isSameAccount(account)))
    .map(({ plaidAccountId }) => plaidAccountId)
  await tx.bankAccount.deleteMany({ where: { itemId, plaidAccountId: { notIn: gone } } })
  await tx.bankAccount.updateMany({
    where: { itemId, plaidAccountId: { in: gone }, goneAt: null },
    data: { goneAt: at },
  })
  await createAccounts(tx, itemId, shared)
}

/** Stores the accounts of an Item; those that it has already stay as they are. */
export async function createAccounts(tx: Transaction, itemId: string, accounts: PlaidAccount[]): Promise<void> {
  await tx.bankAccount.createMany({ data: accounts.map((account) => ({ itemId, ...account })), skipDuplicates: true })
}
