import { type PlaidRefusal, refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { LinkSession, OAuthOutcome } from '../state/link.ts'
import { letIn } from './check-credentials.ts'
import { isInstitutionDown, requireLinkSession } from './find.ts'

/** Sends the person to the bank's own page; the session's `oauthStateId` names this trip. */
export function startOAuth(sandbox: Sandbox, linkSessionId: string): LinkSession {
  const { session } = requireLinkSession(sandbox, linkSessionId)
  if (session.step !== 'oauth' || session.institutionId === null) throw refuse('INVALID_INSTITUTION')
  if (isInstitutionDown(sandbox, session.institutionId)) {
    session.lastError = refuse('INSTITUTION_DOWN').body
    sandbox.store.changed()
    throw refuse('INSTITUTION_DOWN')
  }
  session.oauthStateId = newId.uuid()
  session.oauthOutcome = null
  session.bankAccountIds = null
  session.lastError = null
  sandbox.store.changed()
  return session
}

/** The session of this trip; refuses with OAUTH_STATE_ID_NOT_FOUND. */
export function findOAuthSession(sandbox: Sandbox, oauthStateId: string): LinkSession {
  const sessions = Object.values(sandbox.store.state.linkSessions)
  const session = sessions.find((candidate) => candidate.oauthStateId === oauthStateId)
  if (!session) throw refuse('OAUTH_STATE_ID_NOT_FOUND')
  return session
}

/**
 * The person decided on the bank's page. Link learns of it when it resumes.
 * @param accountIds what they ticked there; null where the bank did not ask
 */
export function decideOAuth(
  sandbox: Sandbox,
  oauthStateId: string,
  outcome: OAuthOutcome,
  accountIds: string[] | null = null,
): LinkSession {
  const session = findOAuthSession(sandbox, oauthStateId)
  if (session.oauthOutcome !== null) throw refuse('OAUTH_STATE_ID_ALREADY_PROCESSED')
  session.oauthOutcome = outcome
  session.bankAccountIds = accountIds
  sandbox.store.changed()
  return session
}

/**
 * Link goes on after the bank's page, in the same dialog or re-created with `receivedRedirectUri`.
 * Afterwards the session stands at 'accounts' or 'ready'; refuses with INSUFFICIENT_CREDENTIALS when consent
 * was not given, NO_ACCOUNTS when nothing was ticked, and with Plaid's OAuth errors when trip and token do not belong together.
 */
export function resumeOAuth(sandbox: Sandbox, linkToken: string, oauthStateId: string): LinkSession {
  const found = findOAuthSession(sandbox, oauthStateId)
  if (found.linkToken !== linkToken) throw refuse('INCORRECT_LINK_TOKEN')
  if (found.step !== 'oauth') throw refuse('OAUTH_STATE_ID_ALREADY_PROCESSED')
  const { session, linkToken: token } = requireLinkSession(sandbox, found.linkSessionId)
  const refusal = refusalOf(session)
  if (refusal === null) return letIn(sandbox, session, token)
  session.lastError = refusal.body
  sandbox.store.changed()
  throw refusal
}

function refusalOf({ oauthOutcome, bankAccountIds }: LinkSession): PlaidRefusal | null {
  if (oauthOutcome === 'timed_out') return refuse('USER_INPUT_TIMEOUT')
  if (oauthOutcome !== 'granted') return refuse('INSUFFICIENT_CREDENTIALS')
  return bankAccountIds?.length === 0 ? refuse('NO_ACCOUNTS') : null
}
