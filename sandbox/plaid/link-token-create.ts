import type { LinkTokenCreateResponse } from 'plaid'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { LinkToken } from '../state/link.ts'
import { requireByAccessToken } from './access-token.ts'
import { type LinkTokenRequest, linkTokenRequestSchema, productFields } from './link-token-request.ts'
import { invalidField, missingFields, readRequest } from './read-request.ts'
import type { Answer } from './wire.ts'

const minuteMs = 60 * 1000
const firstLinkLifeMs = 4 * 60 * minuteMs
const updateModeLifeMs = 30 * minuteMs

function requireFirstLink(request: LinkTokenRequest): void {
  if (request.update) throw invalidField('update', 'can be used only together with an access_token')
  if (!request.products) throw missingFields(['products'])
  if (request.products.length === 0) throw invalidField('products', 'must name at least one product')
}

/** Update mode repairs what is there: products and account filters are refused, an empty list of products is not. */
function requireUpdateMode(request: LinkTokenRequest): void {
  const productField = productFields.find((field) => field in request)
  if (productField) throw invalidField(productField, 'cannot be used in update mode')
  if (request.products && request.products.length > 0) throw invalidField('products', 'cannot be used in update mode')
  if (request.account_filters !== undefined && !request.update?.account_selection_enabled) {
    throw invalidField('account_filters', 'needs update.account_selection_enabled in update mode')
  }
}

/** A link token, for a first link or, with an access token, for update mode. */
export function linkTokenCreate(sandbox: Sandbox, body: unknown): Answer<LinkTokenCreateResponse> {
  const request = readRequest(linkTokenRequestSchema, body)
  const item = request.access_token ? requireByAccessToken(sandbox, request.access_token) : null
  if (item) requireUpdateMode(request)
  else requireFirstLink(request)
  const now = sandbox.now()
  const token: LinkToken = {
    linkToken: newId.linkToken(),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + (item ? updateModeLifeMs : firstLinkLifeMs)).toISOString(),
    itemId: item?.itemId ?? null,
    clientName: request.client_name,
    clientUserId: request.user.client_user_id,
    language: request.language,
    countryCodes: request.country_codes,
    products: request.products ?? [],
    redirectUri: request.redirect_uri ?? null,
    // Has no effect in update mode: the Item keeps the URL that it has.
    webhook: request.webhook ?? null,
    accountSelectionEnabled: request.update?.account_selection_enabled ?? false,
    failedLogins: 0,
    dead: false,
  }
  sandbox.store.state.linkTokens[token.linkToken] = token
  sandbox.store.changed()
  return { link_token: token.linkToken, expiration: token.expiresAt }
}
