import { startLinkSession } from '../acts/link-session.ts'
import { findOAuthSession } from '../acts/oauth.ts'
import { PlaidRefusal, refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { LinkSession } from '../state/link.ts'
import { sentenceBesideField } from './error-words.ts'
import { type EventLog, errorDetails, type LinkEvent } from './event-log.ts'
import { exitOutcome } from './outcome.ts'
import type { PersonAct, Start } from './person-act.ts'
import { takeStep } from './session-steps.ts'
import { errorView, type View, viewNames, viewOf } from './views.ts'

export type Started = { linkSessionId: string; opened: LinkEvent; view: View }

const refusalsThatEndLink = new Set(['INVALID_LINK_TOKEN', 'INVALID_FIELD', 'ITEM_NOT_FOUND', 'INVALID_INSTITUTION'])

function endsLink({ body }: PlaidRefusal): boolean {
  return refusalsThatEndLink.has(body.error_code) || body.error_type === 'OAUTH_ERROR'
}

/** A session for an exit that has none: the token was dead, or the way back from the bank did not fit. */
function sessionWithoutToken(sandbox: Sandbox, linkToken: string): LinkSession {
  return {
    linkSessionId: newId.uuid(),
    linkToken,
    startedAt: sandbox.now().toISOString(),
    step: 'exited',
    institutionId: null,
    username: null,
    accounts: [],
    lastError: null,
    oauthStateId: null,
    oauthOutcome: null,
    exitStatus: null,
    publicToken: null,
    finishedAt: null,
  }
}

/** Too many wrong logins killed the token: Link leaves with INVALID_LINK_TOKEN, whatever the last error was. */
function tokenDied(sandbox: Sandbox, session: LinkSession): boolean {
  return sandbox.store.state.linkTokens[session.linkToken]?.dead ?? true
}

function showRefusal(sandbox: Sandbox, log: EventLog, session: LinkSession, refusal: PlaidRefusal): View {
  log.record(session, 'ERROR', errorDetails(refusal.body))
  const error = tokenDied(sandbox, session) ? refuse('INVALID_LINK_TOKEN').body : refusal.body
  if (error !== refusal.body || endsLink(refusal)) {
    return { pane: 'end', outcome: exitOutcome(sandbox, log, session, error) }
  }
  return sentenceBesideField(error.error_code) ? viewOf(sandbox, session.linkSessionId) : errorView(error)
}

function keepUsername(view: View, act: PersonAct): View {
  return view.pane === 'credentials' && act.name === 'credentials' ? { ...view, username: act.username } : view
}

/** One act of the person; what Plaid refuses becomes a pane or the end. */
export function runAct(sandbox: Sandbox, log: EventLog, linkSessionId: string, act: PersonAct): View {
  const session = sandbox.store.state.linkSessions[linkSessionId]
  if (!session) return endUnstarted(sandbox, log, sessionWithoutToken(sandbox, ''), refuse('INVALID_LINK_TOKEN'))
  let view: View
  try {
    view = takeStep({ sandbox, log, session }, act)
  } catch (refusal) {
    if (!(refusal instanceof PlaidRefusal)) throw refusal
    view = keepUsername(showRefusal(sandbox, log, session, refusal), act)
  }
  if (act.name !== 'watch' && view.pane !== 'end') {
    log.record(session, 'TRANSITION_VIEW', { view_name: viewNames[view.pane] })
  }
  return view
}

function endUnstarted(sandbox: Sandbox, log: EventLog, session: LinkSession, refusal: PlaidRefusal): View {
  return { pane: 'end', outcome: exitOutcome(sandbox, log, session, refusal.body) }
}

function oauthStateIdIn(receivedRedirectUri: string): string {
  const url = URL.canParse(receivedRedirectUri) ? new URL(receivedRedirectUri) : null
  const oauthStateId = url?.searchParams.get('oauth_state_id')
  if (oauthStateId) return oauthStateId
  throw refuse('INVALID_FIELD', {
    error_type: 'INVALID_REQUEST',
    error_message: 'oauth uri does not contain a valid oauth_state_id query parameter',
  })
}

function sessionFor(sandbox: Sandbox, { token, receivedRedirectUri }: Start): LinkSession {
  if (receivedRedirectUri === null) return startLinkSession(sandbox, token)
  const session = findOAuthSession(sandbox, oauthStateIdIn(receivedRedirectUri))
  if (session.linkToken !== token) throw refuse('INCORRECT_LINK_TOKEN')
  return session
}

/** Opens Link with a token: anew, or where the bank's page sent the person back. */
export function startSession(sandbox: Sandbox, log: EventLog, start: Start): Started {
  const updateMode = Boolean(sandbox.store.state.linkTokens[start.token]?.itemId)
  const open = (session: LinkSession) => log.record(session, 'OPEN', { is_update_mode: String(updateMode) })
  try {
    const session = sessionFor(sandbox, start)
    const opened = open(session)
    const resumes = start.receivedRedirectUri !== null
    const view = resumes
      ? runAct(sandbox, log, session.linkSessionId, { name: 'resume' })
      : viewOf(sandbox, session.linkSessionId)
    if (!resumes) log.record(session, 'TRANSITION_VIEW', { view_name: viewNames[view.pane] })
    return { linkSessionId: session.linkSessionId, opened, view }
  } catch (refusal) {
    if (!(refusal instanceof PlaidRefusal)) throw refusal
    const session = sessionWithoutToken(sandbox, start.token)
    const opened = open(session)
    return { linkSessionId: session.linkSessionId, opened, view: endUnstarted(sandbox, log, session, refusal) }
  }
}
