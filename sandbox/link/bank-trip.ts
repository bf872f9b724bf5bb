import { requireLinkSession } from '../acts/find.ts'
import { startOAuth } from '../acts/oauth.ts'
import { recordLinkEvent } from '../acts/record-link-event.ts'
import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession, LinkToken } from '../state/link.ts'
import { bankOf, type View, viewOf } from './views.ts'

const blocked = 'Your browser kept the bank’s window from opening. Allow it to, then try again.'
const closedEarly = 'The bank’s window was closed before you answered. Nothing has changed.'

function bankPane(sandbox: Sandbox, session: LinkSession, problem: string): View {
  const view = viewOf(sandbox, session.linkSessionId)
  return view.pane === 'oauth' ? { ...view, problem } : view
}

/** Where the bank's page may lead when no window waits for it: the app's redirect URI, or our own hosted page. */
export function returnAddress(session: LinkSession, token: LinkToken, origin: string): string | null {
  const page = token.hosted ? `${origin}/link/hosted/${token.hosted.id}` : token.redirectUri
  if (page === null || session.oauthStateId === null) return null
  const url = new URL(page)
  url.searchParams.set('oauth_state_id', session.oauthStateId)
  return url.href
}

/** The person goes to the bank's own page: in the window that was opened, else, if they can come back, in the whole tab. */
export function goToBank(sandbox: Sandbox, session: LinkSession, opened: boolean): View {
  const { linkToken } = requireLinkSession(sandbox, session.linkSessionId)
  const comesBack = linkToken.hosted !== null || linkToken.redirectUri !== null
  if (!opened && !comesBack) return bankPane(sandbox, session, blocked)
  const { oauthStateId } = startOAuth(sandbox, session.linkSessionId)
  recordLinkEvent(sandbox, session, 'OPEN_OAUTH')
  const bankUrl = `/link/oauth-bank?oauth_state_id=${oauthStateId}`
  return opened ? { pane: 'waiting', institution: bankOf(session), bankUrl } : { pane: 'leaving', bankUrl }
}

/** How the bank's window is doing, while the person has not answered there. */
export function lookAtBank(sandbox: Sandbox, session: LinkSession, closed: boolean): View {
  requireLinkSession(sandbox, session.linkSessionId)
  if (!closed) return { pane: 'waiting', institution: bankOf(session), bankUrl: null }
  recordLinkEvent(sandbox, session, 'CLOSE_OAUTH')
  session.lastError = refuse('INSUFFICIENT_CREDENTIALS').body
  sandbox.store.changed()
  return bankPane(sandbox, session, closedEarly)
}
