import { isInstitutionDown, requireInstitution, requireLinkSession } from '../acts/find.ts'
import { maxFailedLogins } from '../acts/link-session.ts'
import { type Institution, institutions } from '../institutions/list.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession, LinkToken } from '../state/link.ts'
import type { PlaidErrorBody } from '../state/plaid-error.ts'
import { errorWords, sentenceBesideField } from './error-words.ts'
import type { Outcome } from './outcome.ts'

type Bank = { id: string; name: string }

/** What the dialog draws next. `browser/dialog.js` has one function for each pane. */
export type View =
  | { pane: 'institutions'; institutions: (Bank & { note: string })[] }
  | { pane: 'credentials' | 'code'; institution: Bank; canGoBack: boolean; username: string; problem: string | null }
  | { pane: 'oauth'; institution: Bank; canGoBack: boolean; problem: string | null }
  | { pane: 'waiting'; institution: Bank; bankUrl: string | null }
  | { pane: 'accounts'; institution: Bank; updateMode: boolean; accounts: AccountChoice[] }
  | { pane: 'error'; title: string; text: string; error: PlaidErrorBody }
  | { pane: 'done'; institution: Bank }
  | { pane: 'leaving'; bankUrl: string }
  | { pane: 'end'; outcome: Outcome }

type AccountChoice = { id: string; name: string; mask: string; subtype: string; wasShared: boolean; chosen: boolean }

/** The names that Link's events give to the panes. */
export const viewNames: Record<View['pane'], string> = {
  institutions: 'SELECT_INSTITUTION',
  credentials: 'CREDENTIAL',
  code: 'MFA',
  oauth: 'OAUTH',
  waiting: 'OAUTH',
  leaving: 'OAUTH',
  accounts: 'SELECT_ACCOUNT',
  error: 'ERROR',
  done: 'CONNECTED',
  end: 'CONNECTED',
}

function note(sandbox: Sandbox, institution: Institution): string {
  if (isInstitutionDown(sandbox, institution.institutionId)) return 'down just now'
  if (institution.signIn === 'oauth') return 'at the bank’s own page (OAuth)'
  return institution.signIn === 'password_then_code' ? 'password, then a code' : 'username and password'
}

/** The bank of a session that has one. */
export function bankOf(session: LinkSession): Bank {
  if (session.institutionId === null) throw new Error('This session has no institution yet')
  const { institutionId, name } = requireInstitution(session.institutionId)
  return { id: institutionId, name }
}

/** The sentence beside the field, with the count where wrong logins are counted. */
function problemOf(session: LinkSession, token: LinkToken): string | null {
  const code = session.lastError?.error_code
  const sentence = code ? sentenceBesideField(code, session.step) : null
  if (!sentence || code === 'INVALID_UPDATED_USERNAME') return sentence
  return `${sentence} Try ${token.failedLogins} of ${maxFailedLogins}, then Link closes.`
}

function accountChoices(sandbox: Sandbox, session: LinkSession, token: LinkToken): AccountChoice[] {
  const shared = token.itemId === null ? null : (sandbox.store.state.items[token.itemId]?.sharedAccountIds ?? [])
  return session.accounts.map((account) => ({
    id: account.accountId,
    name: account.name,
    mask: account.mask,
    subtype: account.subtype,
    wasShared: shared?.includes(account.accountId) ?? false,
    chosen: shared?.includes(account.accountId) ?? true,
  }))
}

export function errorView(error: PlaidErrorBody): View {
  return { pane: 'error', ...errorWords(error.error_code), error }
}

/** The pane for the step at which a session stands. */
export function viewOf(sandbox: Sandbox, linkSessionId: string): View {
  const { session, linkToken } = requireLinkSession(sandbox, linkSessionId)
  const canGoBack = linkToken.itemId === null
  switch (session.step) {
    case 'institution': {
      const rows = institutions.map((institution) => ({
        id: institution.institutionId,
        name: institution.name,
        note: note(sandbox, institution),
      }))
      return { pane: 'institutions', institutions: rows }
    }
    case 'credentials':
    case 'code': {
      const problem = problemOf(session, linkToken)
      const back = session.step === 'code' || canGoBack
      return { pane: session.step, institution: bankOf(session), canGoBack: back, username: '', problem }
    }
    case 'oauth':
      return { pane: 'oauth', institution: bankOf(session), canGoBack, problem: null }
    case 'accounts': {
      const accounts = accountChoices(sandbox, session, linkToken)
      return { pane: 'accounts', institution: bankOf(session), updateMode: !canGoBack, accounts }
    }
    case 'ready':
    case 'finished':
    case 'exited':
      return { pane: 'done', institution: bankOf(session) }
  }
}
