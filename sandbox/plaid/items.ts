import type {
  ItemGetResponse,
  ItemPublicTokenCreateResponse,
  ItemPublicTokenExchangeResponse,
  ItemRemoveResponse,
  ItemWebhookUpdateResponse,
} from 'plaid'
import { z } from 'zod'
import { removeItem } from '../acts/break-item.ts'
import { issuePublicToken } from '../acts/issue-public-token.ts'
import { spendPublicToken } from '../acts/spend-public-token.ts'
import type { Sandbox } from '../sandbox.ts'
import { itemWebhooks } from '../webhooks/item-webhooks.ts'
import { sendItemWebhook } from '../webhooks/send-webhook.ts'
import { readItem, requireByAccessToken } from './access-token.ts'
import { presentItem } from './present-item.ts'
import { readRequest } from './read-request.ts'
import type { Answer } from './wire.ts'

/** Answers for every Item that still exists; a broken one carries its error. */
export function itemGet(sandbox: Sandbox, body: unknown): Answer<ItemGetResponse> {
  const item = readItem(sandbox, body)
  return {
    item: presentItem(item),
    status: {
      transactions: { last_successful_update: item.lastSuccessfulUpdate, last_failed_update: item.lastFailedUpdate },
      investments: null,
      last_webhook: item.lastWebhook && { sent_at: item.lastWebhook.sentAt, code_sent: item.lastWebhook.code },
    },
  }
}

export function itemRemove(sandbox: Sandbox, body: unknown): Answer<ItemRemoveResponse> {
  const bodySchema = z.strictObject({
    access_token: z.string(),
    reason_code: z.string().optional(),
    reason_note: z.string().optional(),
  })
  const item = requireByAccessToken(sandbox, readRequest(bodySchema, body).access_token)
  removeItem(sandbox, item.itemId)
  return {}
}

export function itemPublicTokenExchange(sandbox: Sandbox, body: unknown): Answer<ItemPublicTokenExchangeResponse> {
  const { public_token } = readRequest(z.strictObject({ public_token: z.string() }), body)
  const item = spendPublicToken(sandbox, public_token)
  return { access_token: item.accessToken, item_id: item.itemId }
}

/** The way into update mode before link tokens; Plaid keeps it for clients that still have a public key. */
export function itemPublicTokenCreate(sandbox: Sandbox, body: unknown): Answer<ItemPublicTokenCreateResponse> {
  const item = readItem(sandbox, body)
  const publicToken = issuePublicToken(sandbox, item.itemId)
  return { public_token: publicToken, expiration: sandbox.store.state.publicTokens[publicToken]?.expiresAt }
}

const webhookUpdateSchema = z.strictObject({
  access_token: z.string(),
  webhook: z.url({ protocol: /^https?$/, error: 'must be a valid http or https URL' }).nullish(),
})

/** Points the Item's webhooks elsewhere and says so to the new URL. */
export function itemWebhookUpdate(sandbox: Sandbox, body: unknown): Answer<ItemWebhookUpdateResponse> {
  const { access_token, webhook } = readRequest(webhookUpdateSchema, body)
  const item = requireByAccessToken(sandbox, access_token)
  item.webhook = webhook ?? null
  sandbox.store.changed()
  if (item.webhook !== null) sendItemWebhook(sandbox, item, itemWebhooks.webhookUpdated(item, item.webhook))
  return { item: presentItem(item) }
}
