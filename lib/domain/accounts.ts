export type SharedAccount = { plaidAccountId: string; name: string; mask: string | null }
export type AccountChange = { name: string; mask: string | null; status: 'back' | 'missing' | 'new' }

/**
 * Whether two rows are one account. An id can change when accounts are chosen anew (plaid.com/docs/link/update-mode), so
 * the same name and mask count as the same account.
 */
export function isSameAccount(one: SharedAccount): (other: SharedAccount) => boolean {
  return (other) => one.plaidAccountId === other.plaidAccountId || (one.name === other.name && one.mask === other.mask)
}

/** Compares the accounts shared before a break with those after it. */
export function compareAccounts(before: SharedAccount[], after: SharedAccount[]): AccountChange[] {
  const known = before.map((account) => change(account, after.some(isSameAccount(account)) ? 'back' : 'missing'))
  const added = after.filter((account) => !before.some(isSameAccount(account))).map((account) => change(account, 'new'))
  return [...known, ...added]
}

function change({ name, mask }: SharedAccount, status: AccountChange['status']): AccountChange {
  return { name, mask, status }
}
