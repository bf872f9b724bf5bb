import { z } from 'zod'
import type { WebhookFacts } from '#lib/domain/hint.ts'
import { jsonOf } from '#lib/domain/json-of.ts'

export type ParsedWebhook = WebhookFacts & { plaidItemId: string | null; environment: string | null }

const mostNameLength = 200

/** A name as it can be stored and shown: PostgreSQL takes no NUL in text, and nobody needs thousands of characters. */
const name = z.string().transform((text) => text.replaceAll('\0', '').slice(0, mostNameLength))
const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null)
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const plaidError = z
  .object({
    error_type: name,
    error_code: name,
    error_code_reason: orNull(name).default(null),
    display_message: orNull(name).default(null),
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
    webhook_type: name.catch('UNREADABLE'),
    webhook_code: name.catch('UNREADABLE'),
    item_id: orNull(name).default(null),
    error: orNull(plaidError).default(null),
    consent_expiration_time: orNull(instant).default(null),
    disconnect_time: orNull(instant).default(null),
    environment: orNull(name).default(null),
    account_id: orNull(name).default(null),
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
