import { readLanguage } from '#lib/adapters/db/read-language.ts'
import { createLinkToken, type LinkToken } from '#lib/adapters/plaid/create-link-token.ts'
import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'

/**
 * Mints the link token with which a person connects a bank, in their language.
 * @throws PlaidFault
 */
export async function startLink(userId: string): Promise<LinkToken> {
  return createLinkToken({ clientUserId: userId, language: await readLanguage(userId) }, webhookUrl())
}
