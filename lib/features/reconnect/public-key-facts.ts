import { env } from '#lib/env.ts'

/** What Link wants to be started with besides a public token (react-plaid-link, PlaidLinkOptionsWithPublicKey). */
export type PublicKeyFacts = { key: string; env: string; clientName: string; products: string[] }

/** The public key of this installation, for UPDATE_TOKEN=public_token; it is no secret. */
export function publicKeyFacts(): PublicKeyFacts | null {
  const { PLAID_PUBLIC_KEY, PLAID_ENV, PLAID_CLIENT_NAME, PLAID_PRODUCTS } = env()
  return PLAID_PUBLIC_KEY
    ? { key: PLAID_PUBLIC_KEY, env: PLAID_ENV, clientName: PLAID_CLIENT_NAME, products: PLAID_PRODUCTS }
    : null
}
