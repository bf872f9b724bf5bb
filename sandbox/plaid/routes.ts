import { Hono } from 'hono'
import { z } from 'zod'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import { findByAccessToken } from './access-token.ts'
import { accountsGet } from './accounts.ts'
import { limitOfPath } from './call-limits.ts'
import { institutionsGetById } from './institutions.ts'
import { itemGet, itemPublicTokenCreate, itemPublicTokenExchange, itemRemove, itemWebhookUpdate } from './items.ts'
import { linkTokenCreate } from './link-token-create.ts'
import { linkTokenGet } from './link-token-get.ts'
import { missingFields } from './read-request.ts'
import { PlaidRefusal, refuse } from './refusal.ts'
import { sandboxItemFireWebhook, sandboxItemResetLogin, sandboxPublicTokenCreate } from './sandbox-tools.ts'
import { webhookVerificationKeyGet } from './verification-key.ts'

type Endpoint = (sandbox: Sandbox, body: unknown, origin: string) => object

const endpoints: Record<string, Endpoint | undefined> = {
  '/accounts/get': accountsGet,
  '/institutions/get_by_id': institutionsGetById,
  '/item/get': itemGet,
  '/item/public_token/create': itemPublicTokenCreate,
  '/item/public_token/exchange': itemPublicTokenExchange,
  '/item/remove': itemRemove,
  '/item/webhook/update': itemWebhookUpdate,
  '/link/token/create': linkTokenCreate,
  '/link/token/get': linkTokenGet,
  '/sandbox/item/fire_webhook': sandboxItemFireWebhook,
  '/sandbox/item/reset_login': sandboxItemResetLogin,
  '/sandbox/public_token/create': sandboxPublicTokenCreate,
  '/webhook_verification_key/get': webhookVerificationKeyGet,
}

const bodySchema = z.looseObject({ client_id: z.string().optional(), secret: z.string().optional() })

async function readBody(request: Request): Promise<z.infer<typeof bodySchema>> {
  const parsed = bodySchema.safeParse(await request.json().catch(() => null))
  if (parsed.success) return parsed.data
  throw refuse('INVALID_BODY', { error_type: 'INVALID_REQUEST', error_message: 'body could not be parsed as JSON' })
}

/** Credentials come in headers or in the body. */
function requireCredentials(sandbox: Sandbox, clientId: string | undefined, secret: string | undefined): void {
  const missing = [...(clientId ? [] : ['client_id']), ...(secret ? [] : ['secret'])]
  if (missing.length > 0) throw missingFields(missing)
  const { plaidClientId, plaidSecret } = sandbox.options
  if (clientId !== plaidClientId || secret !== plaidSecret) throw refuse('INVALID_API_KEYS')
}

/** Notes a call; refuses one too many. */
function countCall(sandbox: Sandbox, path: string, accessToken: unknown): void {
  const item = typeof accessToken === 'string' ? findByAccessToken(sandbox, accessToken) : undefined
  const limit = limitOfPath(path, sandbox.moods.callLimits)
  const call = { path, itemId: item?.itemId ?? null }
  if (!sandbox.moods.calls.take(call, limit, sandbox.now())) throw refuse(limit.errorCode)
}

/** Plaid's API: every endpoint is a POST with JSON, every answer and refusal carries a request_id. */
export function plaidRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono().basePath('/plaid')
  routes.post('/*', async (context) => {
    const path = context.req.path.slice('/plaid'.length)
    const endpoint = endpoints[path]
    if (!endpoint) throw notFound()
    const { client_id, secret, ...body } = await readBody(context.req.raw)
    const clientId = context.req.header('plaid-client-id') ?? client_id
    requireCredentials(sandbox, clientId, context.req.header('plaid-secret') ?? secret)
    countCall(sandbox, path, body.access_token)
    return context.json({ ...endpoint(sandbox, body, new URL(context.req.url).origin), request_id: newId.request() })
  })
  return routes
}

function notFound(): PlaidRefusal {
  const refusal = refuse('NOT_FOUND', { error_type: 'INVALID_REQUEST', error_message: 'not found' })
  return new PlaidRefusal(refusal.body, 404)
}
