import { CountryCode, type LinkTokenCreateRequest, Products } from 'plaid'
import type { UpdateModeNeed } from '#lib/domain/error-table.ts'
import { env } from '#lib/env.ts'
import { callPlaid } from './call-plaid.ts'
import { type ItemAccess, openToken } from './get-item.ts'
import { unexpectedAnswer } from './plaid-fault.ts'

export type LinkToken = { linkToken: string; expiresAt: Date; requestId: string }
export type HostedLink = LinkToken & { hostedUrl: string }

/** Who opens Link: our id of them, as Plaid wants no personal data in it, and one of the languages that Link speaks. */
export type LinkPerson = { clientUserId: string; language: string }

/**
 * A link token for connecting a new bank (4 hours).
 * @throws PlaidFault
 */
export function createLinkToken(person: LinkPerson, webhookUrl: string): Promise<LinkToken> {
  return create({ ...common(person), products: products(), webhook: webhookUrl })
}

/**
 * A link token for update mode (30 minutes). No `webhook`, which Plaid ignores there, and no `products`, which it
 * refuses but for `investments_auth` (plaid.com/docs/link/update-mode).
 * @param need account selection brings shared accounts back (NO_ACCOUNTS), additional consent asks for what is missing
 * (ADDITIONAL_CONSENT_REQUIRED), `investments_auth` has the person verify an account (MANUAL_VERIFICATION_REQUIRED)
 * @throws PlaidFault
 */
export function createUpdateModeLinkToken(
  person: LinkPerson,
  access: ItemAccess,
  need: UpdateModeNeed,
): Promise<LinkToken> {
  return create(updateRequest(person, access, need), access.plaidItemId)
}

/**
 * The same for a session on Plaid's own page (30 minutes), which leads to `completionUrl` at its end, however it ended
 * (plaid.com/docs/link/hosted-link). Its LINK webhooks go to `webhookUrl`; whether they do in update mode Plaid does
 * not say, so nobody may wait for them alone.
 * @throws PlaidFault
 */
export async function createHostedLink(
  person: LinkPerson,
  access: ItemAccess,
  need: UpdateModeNeed,
  urls: { completionUrl: string; webhookUrl: string },
): Promise<HostedLink> {
  const request: LinkTokenCreateRequest = {
    ...updateRequest(person, access, need),
    webhook: urls.webhookUrl,
    hosted_link: { completion_redirect_uri: urls.completionUrl },
  }
  const { hostedUrl, ...token } = await create(request, access.plaidItemId)
  if (!hostedUrl) throw unexpectedAnswer('/link/token/create')
  return { ...token, hostedUrl }
}

function updateRequest(person: LinkPerson, access: ItemAccess, need: UpdateModeNeed): LinkTokenCreateRequest {
  return { ...common(person), access_token: openToken(access), ...requestOfNeed(need) }
}

function requestOfNeed(need: UpdateModeNeed): Partial<LinkTokenCreateRequest> {
  switch (need) {
    case 'plain':
      return {}
    case 'account_selection':
      return { update: { account_selection_enabled: true } }
    case 'additional_consent':
      return { additional_consented_products: products() }
    case 'investments_auth':
      // The one product that update mode takes for an Item that has it (plaid.com/docs/investments-move).
      return { products: [Products.InvestmentsAuth] }
  }
}

async function create(
  request: LinkTokenCreateRequest,
  plaidItemId: string | null = null,
): Promise<LinkToken & { hostedUrl: string | null }> {
  const data = await callPlaid('/link/token/create', (api) => api.linkTokenCreate(request), plaidItemId)
  return {
    linkToken: data.link_token,
    expiresAt: new Date(data.expiration),
    requestId: data.request_id,
    hostedUrl: data.hosted_link_url ?? null,
  }
}

function common({ clientUserId, language }: LinkPerson): LinkTokenCreateRequest {
  const { PLAID_CLIENT_NAME, PLAID_REDIRECT_URI } = env()
  return {
    client_name: PLAID_CLIENT_NAME,
    language,
    country_codes: countryCodes(),
    user: { client_user_id: clientUserId },
    redirect_uri: PLAID_REDIRECT_URI,
  }
}

/** The countries of PLAID_COUNTRY_CODES. */
export function countryCodes(): CountryCode[] {
  const wanted = env().PLAID_COUNTRY_CODES
  return Object.values(CountryCode).filter((code) => wanted.includes(code))
}

function products(): Products[] {
  const wanted = env().PLAID_PRODUCTS
  return Object.values(Products).filter((product) => wanted.includes(product))
}
