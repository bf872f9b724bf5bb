import { createLinkToken, type LinkToken } from '#lib/adapters/plaid/create-link-token.ts'
import { env } from '#lib/env.ts'

/** Where Plaid sends an Item's webhooks: this installation. */
export function webhookUrl(): string {
  return `${env().APP_URL}/api/plaid/webhook`
}

/**
 * Mints the link token with which a person connects a bank.
 * @throws PlaidFault
 */
export function startLink(userId: string): Promise<LinkToken> {
  return createLinkToken(userId, webhookUrl())
}
