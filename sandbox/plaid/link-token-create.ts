import type { LinkTokenCreateResponse } from 'plaid'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { SandboxItem } from '../state/item.ts'
import type { LinkToken } from '../state/link.ts'
import { requireByAccessToken } from './access-token.ts'
import { type LinkTokenRequest, linkTokenRequestSchema, productFields } from './link-token-request.ts'
import { invalidField, missingFields, readRequest } from './read-request.ts'
import type { Answer } from './wire.ts'

const minuteMs = 60 * 1000
const dayMs = 24 * 60 * minuteMs
const firstLinkLifeMs = 4 * 60 * minuteMs
const updateModeLifeMs = 30 * minuteMs
const hostedLifeMs = { sms: dayMs, email: 7 * dayMs, none: 30 * minuteMs }

function requireFirstLink(request: LinkTokenRequest): void {
  if (request.update) throw invalidField('update', 'can be used only together with an access_token')
  if (!request.products) throw missingFields(['products'])
  if (request.products.length === 0) throw invalidField('products', 'must name at least one product')
}

/**
 * Update mode repairs what is there: products and account filters are refused, an empty list of products is not. Only
 * an account that its person has to verify is asked for by its product.
 */
function requireUpdateMode(request: LinkTokenRequest, item: SandboxItem): void {
  const productField = productFields.find((field) => field in request)
  if (productField) throw invalidField(productField, 'cannot be used in update mode')
  const isToVerify = item.error?.error_code === 'MANUAL_VERIFICATION_REQUIRED'
  const refused = request.products?.filter((product) => !(isToVerify && product === 'investments_auth')) ?? []
  if (refused.length > 0) throw invalidField('products', 'cannot be used in update mode')
  if (request.account_filters !== undefined && !request.update?.account_selection_enabled) {
    throw invalidField('account_filters', 'needs update.account_selection_enabled in update mode')
  }
}

/** A hosted page and its token live equally long, whatever the token is for. */
function lifeMs({ access_token, hosted_link }: LinkTokenRequest): number {
  if (!hosted_link) return access_token ? updateModeLifeMs : firstLinkLifeMs
  const { url_lifetime_seconds, delivery_method } = hosted_link
  return url_lifetime_seconds === undefined ? hostedLifeMs[delivery_method ?? 'none'] : url_lifetime_seconds * 1000
}

function hostedPage({ hosted_link }: LinkTokenRequest): LinkToken['hosted'] {
  return hosted_link ? { id: newId.uuid(), completionRedirectUri: hosted_link.completion_redirect_uri ?? null } : null
}

/**
 * A link token, for a first link or, with an access token, for update mode.
 * @param origin where this sandbox is reached, for the address of a hosted page
 */
export function linkTokenCreate(sandbox: Sandbox, body: unknown, origin: string): Answer<LinkTokenCreateResponse> {
  const request = readRequest(linkTokenRequestSchema, body)
  const item = request.access_token ? requireByAccessToken(sandbox, request.access_token) : null
  if (item) requireUpdateMode(request, item)
  else requireFirstLink(request)
  const now = sandbox.now()
  const token: LinkToken = {
    linkToken: newId.linkToken(),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + lifeMs(request)).toISOString(),
    itemId: item?.itemId ?? null,
    clientName: request.client_name,
    clientUserId: request.user.client_user_id,
    language: request.language,
    countryCodes: request.country_codes,
    products: request.products ?? [],
    redirectUri: request.redirect_uri ?? null,
    // In update mode only LINK webhooks go there: the Item keeps the URL that it has.
    webhook: request.webhook ?? null,
    accountSelectionEnabled: request.update?.account_selection_enabled ?? false,
    hosted: hostedPage(request),
    failedLogins: 0,
    dead: false,
  }
  sandbox.store.state.linkTokens[token.linkToken] = token
  sandbox.store.changed()
  return {
    link_token: token.linkToken,
    expiration: token.expiresAt,
    ...(token.hosted && { hosted_link_url: `${origin}/link/hosted/${token.hosted.id}` }),
  }
}
