import { spend } from './call-budget.ts'
import { callPlaid } from './call-plaid.ts'
import { type ItemAccess, openToken } from './get-item.ts'

export type PlaidAccount = {
  plaidAccountId: string
  name: string
  mask: string | null
  type: string
  subtype: string | null
}

/**
 * Asks `/accounts/get`. It answers only while data may flow, so it is the second half of the proof of repair: an Item
 * can look healthy in `/item/get` and still share no account.
 * @throws PlaidFault
 */
export async function getAccounts(access: ItemAccess): Promise<PlaidAccount[]> {
  await spend('/accounts/get', access.plaidItemId)
  const data = await callPlaid(
    '/accounts/get',
    (api) => api.accountsGet({ access_token: openToken(access) }),
    access.plaidItemId,
  )
  return data.accounts.map((account) => ({
    plaidAccountId: account.account_id,
    name: account.name,
    mask: account.mask ?? null,
    type: account.type,
    subtype: account.subtype ?? null,
  }))
}
