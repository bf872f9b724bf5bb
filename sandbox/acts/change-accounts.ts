import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { SandboxAccount } from '../state/item.ts'
import { itemWebhooks } from '../webhooks/item-webhooks.ts'
import { sendItemWebhook } from '../webhooks/send-webhook.ts'
import { requireItem, requireLiveItem } from './find.ts'

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

export type NewAccount = { name?: string; mask?: string; silent?: boolean }

/** The person opened one more account at the bank. It is not shared; unless silent, NEW_ACCOUNTS_AVAILABLE says so. */
export function openAccount(sandbox: Sandbox, itemId: string, wish: NewAccount = {}): SandboxAccount {
  const item = requireLiveItem(sandbox, itemId)
  const { name = 'New Savings', mask = '9040', silent = false } = wish
  const account: SandboxAccount = {
    accountId: newId.account(),
    name,
    officialName: name,
    mask,
    type: 'depository',
    subtype: 'savings',
    balance: 25,
    open: true,
  }
  item.accounts.push(account)
  sandbox.store.changed()
  if (!silent) sendItemWebhook(sandbox, item, itemWebhooks.newAccountsAvailable(item))
  return account
}

/**
 * Nothing is shared any more, and nobody says so: /item/get goes on without an error, /accounts/get refuses with
 * NO_ACCOUNTS, and only update mode with account selection helps.
 */
export function unshareAccounts(sandbox: Sandbox, itemId: string): void {
  requireItem(sandbox, itemId).sharedAccountIds = []
  sandbox.store.changed()
}
