import { openAccountsAt } from '../institutions/account-templates.ts'
import { type PlaidRefusal, refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession, LinkToken } from '../state/link.ts'
import { isInstitutionDown, requireInstitution, requireItem, requireLinkSession } from './find.ts'
import { countFailedLogin } from './link-session.ts'

/** The code that the bank "sends", and one that stands for coming too late with it. */
const rightCode = '1234'
const lateCode = '9999'

export type Credentials = { username: string; password: string }

/** Link shows the accounts in a first link and where the link token asks for it, unless the bank did so itself. */
function needsChoice(session: LinkSession, linkToken: LinkToken): boolean {
  return session.bankAccountIds === null && (linkToken.itemId === null || linkToken.accountSelectionEnabled)
}

/** The bank let the person in: choose accounts, or be ready to finish. Refuses with NO_ACCOUNTS where there are none. */
export function letIn(sandbox: Sandbox, session: LinkSession, linkToken: LinkToken): LinkSession {
  if (linkToken.itemId !== null) {
    session.accounts = requireItem(sandbox, linkToken.itemId).accounts.filter((account) => account.open)
  } else if (session.institutionId !== null) {
    session.accounts = openAccountsAt(session.institutionId)
  }
  const step = needsChoice(session, linkToken) ? 'accounts' : 'ready'
  if (step === 'accounts' && session.accounts.length === 0) throw refuseIn(sandbox, session, refuse('NO_ACCOUNTS'))
  session.step = step
  session.lastError = null
  sandbox.store.changed()
  return session
}

function refuseIn(sandbox: Sandbox, session: LinkSession, refusal: PlaidRefusal): PlaidRefusal {
  session.lastError = refusal.body
  sandbox.store.changed()
  return refusal
}

/** Plaid's Sandbox logins: the password says what happens. */
function verdict({ username, password }: Credentials): string {
  if (username === 'user_transactions_dynamic') return 'ok'
  if (username !== 'user_good') return 'INVALID_CREDENTIALS'
  if (password === 'pass_good') return 'ok'
  if (password === 'mfa_device') return 'code'
  if (password === '{"recaptcha":"bad"}') return 'RECAPTCHA_BAD'
  return /^error_([A-Z_]+)$/.exec(password)?.[1] ?? 'INVALID_CREDENTIALS'
}

/**
 * The bank looks at username and password. Afterwards the session stands at 'code', 'accounts' or 'ready'.
 * Refuses with the bank's error; INVALID_CREDENTIALS counts towards the death of the token.
 */
export function checkCredentials(sandbox: Sandbox, linkSessionId: string, credentials: Credentials): LinkSession {
  const { session, linkToken } = requireLinkSession(sandbox, linkSessionId)
  if (session.institutionId === null) throw refuse('INVALID_INSTITUTION')
  const institution = requireInstitution(session.institutionId)
  if (isInstitutionDown(sandbox, institution.institutionId))
    throw refuseIn(sandbox, session, refuse('INSTITUTION_DOWN'))
  const answer = verdict(credentials)
  if (answer === 'INVALID_CREDENTIALS') countFailedLogin(sandbox, linkToken)
  if (answer !== 'ok' && answer !== 'code') throw refuseIn(sandbox, session, refuse(answer))
  const item = linkToken.itemId === null ? null : requireItem(sandbox, linkToken.itemId)
  if (item && item.username !== credentials.username) {
    throw refuseIn(sandbox, session, refuse('INVALID_UPDATED_USERNAME'))
  }
  session.username = credentials.username
  if (answer === 'ok' && institution.signIn !== 'password_then_code') return letIn(sandbox, session, linkToken)
  session.step = 'code'
  session.lastError = null
  sandbox.store.changed()
  return session
}

/** The bank looks at the one-time code; a wrong one counts as a wrong login, a late one does not. */
export function checkCode(sandbox: Sandbox, linkSessionId: string, code: string): LinkSession {
  const { session, linkToken } = requireLinkSession(sandbox, linkSessionId)
  if (session.step !== 'code') throw refuse('INVALID_MFA')
  if (code === rightCode) return letIn(sandbox, session, linkToken)
  if (code === lateCode) throw refuseIn(sandbox, session, refuse('USER_INPUT_TIMEOUT'))
  countFailedLogin(sandbox, linkToken)
  throw refuseIn(sandbox, session, refuse('INVALID_MFA'))
}
