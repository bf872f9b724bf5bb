import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { requireItem } from './find.ts'

/** The account is closed at the bank: it vanishes from the answers, and no webhook says so. */
export function closeAccount(sandbox: Sandbox, itemId: string, accountId: string): void {
  const account = requireItem(sandbox, itemId).accounts.find((candidate) => candidate.accountId === accountId)
  if (!account) throw refuse('INVALID_ACCOUNT_ID')
  account.open = false
  sandbox.store.changed()
}

export function reopenAccounts(sandbox: Sandbox, itemId: string): void {
  for (const account of requireItem(sandbox, itemId).accounts) account.open = true
  sandbox.store.changed()
}
