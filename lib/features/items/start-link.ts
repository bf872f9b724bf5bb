import { createLinkToken, type LinkToken } from '#lib/adapters/plaid/create-link-token.ts'
import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'

/**
 * Mints the link token with which a person connects a bank.
 * @throws PlaidFault
 */
export function startLink(userId: string): Promise<LinkToken> {
  return createLinkToken(userId, webhookUrl())
}
