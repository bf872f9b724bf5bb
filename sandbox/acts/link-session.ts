import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { LinkSession, LinkToken } from '../state/link.ts'
import { requireInstitution, requireLinkSession, requireLinkToken } from './find.ts'

/** Wrong logins after which a link token dies. */
export const maxFailedLogins = 5

function firstStep(institutionId: string | null): LinkSession['step'] {
  if (institutionId === null) return 'institution'
  return requireInstitution(institutionId).signIn === 'oauth' ? 'oauth' : 'credentials'
}

/**
 * Starts a session of Link. In update mode the institution is known and the session goes straight to its sign-in.
 * Refuses with INVALID_LINK_TOKEN when the token or its Item is no more.
 */
export function startLinkSession(sandbox: Sandbox, linkToken: string): LinkSession {
  const token = requireLinkToken(sandbox, linkToken)
  const item = token.itemId === null ? null : sandbox.store.state.items[token.itemId]
  if (token.itemId !== null && (!item || item.removed)) throw refuse('INVALID_LINK_TOKEN')
  const institutionId = item?.institutionId ?? null
  const session: LinkSession = {
    linkSessionId: newId.uuid(),
    linkToken,
    startedAt: sandbox.now().toISOString(),
    step: firstStep(institutionId),
    institutionId,
    username: null,
    accounts: [],
    lastError: null,
    oauthStateId: null,
    oauthOutcome: null,
    bankAccountIds: null,
    exitStatus: null,
    publicToken: null,
    finishedAt: null,
    events: [],
  }
  sandbox.store.state.linkSessions[session.linkSessionId] = session
  sandbox.store.changed()
  return session
}

/** The person picked a bank (first link only). May be called again to go back and pick another. */
export function chooseInstitution(sandbox: Sandbox, linkSessionId: string, institutionId: string): LinkSession {
  const { session, linkToken } = requireLinkSession(sandbox, linkSessionId)
  if (linkToken.itemId !== null) throw refuse('INVALID_INSTITUTION')
  session.institutionId = requireInstitution(institutionId).institutionId
  session.step = firstStep(institutionId)
  session.accounts = []
  session.lastError = null
  sandbox.store.changed()
  return session
}

/** The link token starts and continues nothing any more. */
export function killLinkToken(sandbox: Sandbox, linkToken: string): void {
  const token = sandbox.store.state.linkTokens[linkToken]
  if (!token) throw refuse('INVALID_LINK_TOKEN')
  token.dead = true
  sandbox.store.changed()
}

/** Counts a wrong login; the one too many kills the token. */
export function countFailedLogin(sandbox: Sandbox, token: LinkToken): void {
  token.failedLogins += 1
  if (token.failedLogins >= maxFailedLogins) token.dead = true
  sandbox.store.changed()
}
