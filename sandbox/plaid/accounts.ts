import type { AccountBase, AccountsGetResponse } from 'plaid'
import { z } from 'zod'
import type { Sandbox } from '../sandbox.ts'
import { type SandboxAccount, sharedAccounts } from '../state/item.ts'
import { requireByAccessToken, requireWorkingLogin } from './access-token.ts'
import { presentItem } from './present-item.ts'
import { readRequest } from './read-request.ts'
import { refuse } from './refusal.ts'
import type { Answer, Wire } from './wire.ts'

const bodySchema = z.strictObject({
  access_token: z.string(),
  options: z.strictObject({ account_ids: z.array(z.string()).optional() }).optional(),
})

function presentAccount(account: SandboxAccount): Wire<AccountBase> {
  return {
    account_id: account.accountId,
    balances: {
      available: account.type === 'credit' ? null : account.balance,
      current: account.balance,
      limit: account.type === 'credit' ? 5000 : null,
      iso_currency_code: 'USD',
      unofficial_currency_code: null,
    },
    mask: account.mask,
    name: account.name,
    official_name: account.officialName,
    type: account.type,
    subtype: account.subtype,
  }
}

/** The shared accounts; needs a working login and at least one account. */
export function accountsGet(sandbox: Sandbox, body: unknown): Answer<AccountsGetResponse> {
  const { access_token, options } = readRequest(bodySchema, body)
  const item = requireByAccessToken(sandbox, access_token)
  requireWorkingLogin(sandbox, item)
  const shared = sharedAccounts(item)
  if (shared.length === 0) throw refuse('NO_ACCOUNTS')
  const asked = options?.account_ids
  if (asked?.some((accountId) => !shared.some((account) => account.accountId === accountId))) {
    throw refuse('INVALID_ACCOUNT_ID')
  }
  const chosen = asked ? shared.filter((account) => asked.includes(account.accountId)) : shared
  return { accounts: chosen.map(presentAccount), item: presentItem(item) }
}
