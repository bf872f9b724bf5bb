import type {
  SandboxItemFireWebhookResponse,
  SandboxItemResetLoginResponse,
  SandboxPublicTokenCreateResponse,
} from 'plaid'
import { z } from 'zod'
import { breakItem } from '../acts/break-item.ts'
import { createItem } from '../acts/create-item.ts'
import { issuePublicToken } from '../acts/issue-public-token.ts'
import type { Sandbox } from '../sandbox.ts'
import { productSchema } from '../state/plaid-words.ts'
import { sendItemWebhook } from '../webhooks/send-webhook.ts'
import { readItem, requireByAccessToken } from './access-token.ts'
import { fireableCodeSchema, fireableWebhook } from './fireable-webhooks.ts'
import { readRequest } from './read-request.ts'
import { refuse } from './refusal.ts'
import type { Answer } from './wire.ts'

const publicTokenSchema = z.strictObject({
  institution_id: z.string(),
  initial_products: z.array(productSchema).min(1, 'must name at least one product'),
  options: z
    .looseObject({
      webhook: z.url({ protocol: /^https?$/, error: 'must be a valid http or https URL' }).optional(),
      override_username: z.string().nullish(),
      override_password: z.string().nullish(),
    })
    .optional(),
  user_token: z.string().optional(),
  user_id: z.string().optional(),
})

/** A new Item without Link. */
export function sandboxPublicTokenCreate(sandbox: Sandbox, body: unknown): Answer<SandboxPublicTokenCreateResponse> {
  const { institution_id, initial_products, options } = readRequest(publicTokenSchema, body)
  const item = createItem(sandbox, {
    institutionId: institution_id,
    products: initial_products,
    webhook: options?.webhook,
    username: options?.override_username ?? undefined,
  })
  return { public_token: issuePublicToken(sandbox, item.itemId) }
}

/** The Item asks for a login, and its webhook says so. */
export function sandboxItemResetLogin(sandbox: Sandbox, body: unknown): Answer<SandboxItemResetLoginResponse> {
  breakItem(sandbox, readItem(sandbox, body).itemId)
  return { reset_login: true }
}

const fireWebhookSchema = z.strictObject({
  access_token: z.string(),
  webhook_type: z.string().optional(),
  webhook_code: fireableCodeSchema,
})

/** Sends a webhook on demand; the Item stays as it is. */
export function sandboxItemFireWebhook(sandbox: Sandbox, body: unknown): Answer<SandboxItemFireWebhookResponse> {
  const { access_token, webhook_type, webhook_code } = readRequest(fireWebhookSchema, body)
  const item = requireByAccessToken(sandbox, access_token)
  const webhook = fireableWebhook(item, webhook_code, sandbox.now())
  if (item.webhook === null || (webhook_type !== undefined && webhook_type !== webhook.body.webhook_type)) {
    throw refuse('SANDBOX_WEBHOOK_INVALID')
  }
  if (webhook.product !== null && !item.products.includes(webhook.product)) throw refuse('SANDBOX_PRODUCT_NOT_ENABLED')
  sendItemWebhook(sandbox, item, webhook.body)
  return { webhook_fired: true }
}
