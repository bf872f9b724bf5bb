import { minuteMs } from '#lib/domain/durations.ts'
import { callPlaid } from './call-plaid.ts'
import { type ItemAccess, openToken } from './get-item.ts'

// Plaid's word for it (plaid.com/docs/api/items, /item/public_token/create); older answers carry no expiration.
const lifeMs = 30 * minuteMs

export type UpdatePublicToken = { publicToken: string; expiresAt: Date; requestId: string }

/**
 * A public token with which Link, started by a public key, repairs an Item: one use, 30 minutes. Deprecated by Plaid
 * since 2020; only clients that still have a public key can use it.
 * @throws PlaidFault
 */
export async function createPublicToken(access: ItemAccess, now: Date): Promise<UpdatePublicToken> {
  const data = await callPlaid(
    '/item/public_token/create',
    (api) => api.itemCreatePublicToken({ access_token: openToken(access) }),
    access.plaidItemId,
  )
  return {
    publicToken: data.public_token,
    expiresAt: data.expiration ? new Date(data.expiration) : new Date(now.getTime() + lifeMs),
    requestId: data.request_id,
  }
}
