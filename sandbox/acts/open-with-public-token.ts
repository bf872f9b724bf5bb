import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { spendPublicToken } from './spend-public-token.ts'

type OldConfig = { token: string; clientName: string; language: string; oauthRedirectUri: string | null }

const lifeMs = 30 * 60 * 1000

/**
 * Update mode as it was before link tokens: the public key says whose app it is, the public token which Item. From here
 * on the public token stands where a link token would.
 */
export function openWithPublicToken(sandbox: Sandbox, publicKey: string, config: OldConfig): void {
  if (publicKey !== sandbox.options.plaidPublicKey) throw refuse('PUBLIC_KEY_NOT_ENABLED')
  const item = spendPublicToken(sandbox, config.token)
  const now = sandbox.now()
  sandbox.store.state.linkTokens[config.token] = {
    linkToken: config.token,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + lifeMs).toISOString(),
    itemId: item.itemId,
    clientName: config.clientName,
    clientUserId: item.clientUserId,
    language: config.language,
    countryCodes: ['US'],
    products: [],
    redirectUri: config.oauthRedirectUri,
    webhook: null,
    accountSelectionEnabled: false,
    hosted: null,
    failedLogins: 0,
    dead: false,
  }
  sandbox.store.changed()
}

/** Whether a token is one that only the old way takes. */
export function isPublicToken(token: string): boolean {
  return token.startsWith('public-')
}
