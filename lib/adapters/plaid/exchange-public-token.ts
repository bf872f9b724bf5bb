import { seal } from '#lib/adapters/vault/sealed.ts'
import { callPlaid } from './call-plaid.ts'
import type { ItemAccess } from './get-item.ts'

/**
 * Exchanges the public token of a first link. The access token leaves this function sealed.
 * @throws PlaidFault, `INVALID_PUBLIC_TOKEN` when it was used before or is older than 30 minutes
 */
export async function exchangePublicToken(publicToken: string): Promise<ItemAccess> {
  const data = await callPlaid('/item/public_token/exchange', (api) =>
    api.itemPublicTokenExchange({ public_token: publicToken }),
  )
  return { plaidItemId: data.item_id, sealedAccessToken: seal(data.access_token, data.item_id) }
}
