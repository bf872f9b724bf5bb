export type SharedAccount = { plaidAccountId: string; name: string; mask: string | null }
export type AccountChange = { name: string; mask: string | null; status: 'back' | 'missing' | 'new' }

/**
 * Compares the accounts shared before a break with those after it. An id can change when accounts are chosen anew
 * (plaid.com/docs/link/update-mode), so the same name and mask count as the same account.
 */
export function compareAccounts(before: SharedAccount[], after: SharedAccount[]): AccountChange[] {
  const isSame = (one: SharedAccount) => (other: SharedAccount) =>
    one.plaidAccountId === other.plaidAccountId || (one.name === other.name && one.mask === other.mask)
  const known = before.map((account) => change(account, after.some(isSame(account)) ? 'back' : 'missing'))
  const added = after.filter((account) => !before.some(isSame(account))).map((account) => change(account, 'new'))
  return [...known, ...added]
}

function change({ name, mask }: SharedAccount, status: AccountChange['status']): AccountChange {
  return { name, mask, status }
}
