import { z } from 'zod'
import { open } from '#lib/adapters/vault/sealed.ts'
import type { ItemError } from '#lib/domain/item-state.ts'
import { spend } from './call-budget.ts'
import { callPlaid } from './call-plaid.ts'
import { toItemError, unexpectedAnswer } from './plaid-fault.ts'
import { plaidInstant, plaidName } from './plaid-words.ts'

/** An Item's key to Plaid: the sealed token, and the id that it is bound to. */
export type ItemAccess = { plaidItemId: string; sealedAccessToken: string }

/** Where Plaid sends an Item's webhooks (null: nowhere), and the last one that it says it sent. */
export type WebhookSeen = { url: string | null; lastSentAt: Date | null; lastCode: string | null }

export type ItemAnswer = {
  institutionId: string | null
  institutionName: string | null
  error: ItemError | null
  consentExpiresAt: Date | null
  lastUpdateAt: Date | null
  webhook: WebhookSeen
  requestId: string
}

// What is odd beside the health of the Item is left out; the health itself must be readable.
const name = plaidName.nullish().catch(null)
const instant = plaidInstant.nullish().catch(null)
const itemAnswer = z.object({
  item: z.object({
    institution_id: name,
    institution_name: name,
    webhook: z.string().nullish().catch(null), // whole, for it is compared with ours
    error: z.record(z.string(), z.unknown()).nullable(), // always there; null is a healthy Item
    consent_expiration_time: instant,
  }),
  status: z
    .object({
      transactions: z.object({ last_successful_update: instant }).nullish().catch(null),
      last_webhook: z.object({ sent_at: instant, code_sent: name }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  request_id: z.string(),
})

/**
 * Asks `/item/get`: the truth about an Item (with `getAccounts` after a repair).
 * @throws PlaidFault; `ITEM_NOT_FOUND` and the like come as faults, an Item's own error comes in the answer. An answer
 * that cannot be read is a fault too: it must not look like a healthy Item
 */
export async function getItem(access: ItemAccess): Promise<ItemAnswer> {
  await spend('/item/get', access.plaidItemId)
  const answer = await callPlaid('/item/get', (api) => api.itemGet({ access_token: openToken(access) }))
  const { data } = itemAnswer.safeParse(answer)
  if (!data) throw unexpectedAnswer('/item/get')
  return {
    institutionId: data.item.institution_id ?? null,
    institutionName: data.item.institution_name ?? null,
    error: readError(data.item.error),
    consentExpiresAt: data.item.consent_expiration_time ?? null,
    lastUpdateAt: data.status?.transactions?.last_successful_update ?? null,
    webhook: {
      url: data.item.webhook || null,
      lastSentAt: data.status?.last_webhook?.sent_at ?? null,
      lastCode: data.status?.last_webhook?.code_sent ?? null,
    },
    requestId: data.request_id,
  }
}

/** Opens the access token for one call; nothing outside this folder sees it. */
export function openToken(access: ItemAccess): string {
  return open(access.sealedAccessToken, access.plaidItemId)
}

function readError(body: unknown): ItemError | null {
  if (body === null) return null
  const error = toItemError(body)
  if (!error) throw unexpectedAnswer('/item/get')
  return error
}
