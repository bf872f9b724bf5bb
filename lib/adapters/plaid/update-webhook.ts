import { callPlaid } from './call-plaid.ts'
import { type ItemAccess, openToken } from './get-item.ts'

/**
 * Points an Item's webhooks at `url`. Plaid answers with a `WEBHOOK_UPDATE_ACKNOWLEDGED` to that address.
 * @returns the address that Plaid has now, and its request id
 * @throws PlaidFault
 */
export async function updateWebhook(
  access: ItemAccess,
  url: string,
): Promise<{ url: string | null; requestId: string }> {
  const data = await callPlaid(
    '/item/webhook/update',
    (api) => api.itemWebhookUpdate({ access_token: openToken(access), webhook: url }),
    access.plaidItemId,
  )
  return { url: data.item.webhook || null, requestId: data.request_id }
}
