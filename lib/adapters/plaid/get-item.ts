import { z } from 'zod'
import { open } from '#lib/adapters/vault/sealed.ts'
import type { ItemError } from '#lib/domain/item-state.ts'
import { spend } from './call-budget.ts'
import { callPlaid } from './call-plaid.ts'
import { toItemError } from './plaid-fault.ts'

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

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/**
 * Asks `/item/get`: the truth about an Item (with `getAccounts` after a repair).
 * @throws PlaidFault; `ITEM_NOT_FOUND` and the like come as faults, an Item's own error comes in the answer
 */
export async function getItem(access: ItemAccess): Promise<ItemAnswer> {
  await spend('/item/get', access.plaidItemId)
  const data = await callPlaid('/item/get', (api) => api.itemGet({ access_token: openToken(access) }))
  return {
    institutionId: data.item.institution_id ?? null,
    institutionName: data.item.institution_name ?? null,
    error: data.item.error ? toItemError(data.item.error) : null,
    consentExpiresAt: readInstant(data.item.consent_expiration_time),
    lastUpdateAt: readInstant(data.status?.transactions?.last_successful_update),
    webhook: {
      url: data.item.webhook || null,
      lastSentAt: readInstant(data.status?.last_webhook?.sent_at),
      lastCode: data.status?.last_webhook?.code_sent ?? null,
    },
    requestId: data.request_id,
  }
}

/** Opens the access token for one call; nothing outside this folder sees it. */
export function openToken(access: ItemAccess): string {
  return open(access.sealedAccessToken, access.plaidItemId)
}

function readInstant(text: string | null | undefined): Date | null {
  return instant.safeParse(text).data ?? null
}
