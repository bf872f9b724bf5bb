import { z } from 'zod'
import { plaidInstant, plaidName } from '#lib/adapters/plaid/plaid-words.ts'
import type { WebhookFacts } from '#lib/domain/hint.ts'
import { jsonOf } from '#lib/domain/json-of.ts'

export type ParsedWebhook = WebhookFacts & { plaidItemId: string | null; environment: string | null }

const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null)

const plaidError = z
  .object({
    error_type: plaidName,
    error_code: plaidName,
    error_code_reason: orNull(plaidName).default(null),
    display_message: orNull(plaidName).default(null),
  })
  .transform((error) => ({
    errorType: error.error_type,
    errorCode: error.error_code,
    errorCodeReason: error.error_code_reason,
    displayMessage: error.display_message,
  }))

// Plaid may add fields and codes at any time: what is missing or odd becomes a named case, never an exception.
const webhookBody = z
  .object({
    webhook_type: plaidName.catch('UNREADABLE'),
    webhook_code: plaidName.catch('UNREADABLE'),
    item_id: orNull(plaidName).default(null),
    error: orNull(plaidError).default(null),
    consent_expiration_time: orNull(plaidInstant).default(null),
    disconnect_time: orNull(plaidInstant).default(null),
    environment: orNull(plaidName).default(null),
    account_id: orNull(plaidName).default(null),
  })
  .catch({
    webhook_type: 'UNREADABLE',
    webhook_code: 'UNREADABLE',
    item_id: null,
    error: null,
    consent_expiration_time: null,
    disconnect_time: null,
    environment: null,
    account_id: null,
  })

/** Reads a verified webhook's body. Never throws: what cannot be read is called UNREADABLE and kept. */
export function parseWebhook(rawBody: Uint8Array): ParsedWebhook {
  const body = webhookBody.parse(jsonOf(rawBody))
  return {
    webhookType: body.webhook_type,
    webhookCode: body.webhook_code,
    plaidItemId: body.item_id,
    error: body.error,
    endsAt: body.disconnect_time ?? body.consent_expiration_time,
    environment: body.environment,
    plaidAccountId: body.account_id,
  }
}
