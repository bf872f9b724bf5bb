import { hasEnded } from '../acts/end-link-session.ts'
import { startLinkSession } from '../acts/link-session.ts'
import { findOAuthSession } from '../acts/oauth.ts'
import { isPublicToken, openWithPublicToken } from '../acts/open-with-public-token.ts'
import { type EventDetails, errorDetails, recordLinkEvent } from '../acts/record-link-event.ts'
import { PlaidRefusal, refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { LinkSession } from '../state/link.ts'
import type { LinkEvent } from '../state/link-event.ts'
import { endView, leave } from './end-view.ts'
import { sentenceBesideField } from './error-words.ts'
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
    bankAccountIds: null,
    exitStatus: null,
    publicToken: null,
    finishedAt: null,
    events: [],
  }
}

/** Too many wrong logins killed the token: Link leaves with INVALID_LINK_TOKEN, whatever the last error was. */
function tokenDied(sandbox: Sandbox, session: LinkSession): boolean {
  return sandbox.store.state.linkTokens[session.linkToken]?.dead ?? true
}

function showRefusal(sandbox: Sandbox, session: LinkSession, refusal: PlaidRefusal): View {
  recordLinkEvent(sandbox, session, 'ERROR', errorDetails(refusal.body))
  const error = tokenDied(sandbox, session) ? refuse('INVALID_LINK_TOKEN').body : refusal.body
  if (error !== refusal.body || endsLink(refusal)) return leave(sandbox, session, error)
  const isBesideField = sentenceBesideField(error.error_code, session.step) !== null
  return isBesideField ? viewOf(sandbox, session.linkSessionId) : errorView(error)
}

function keepUsername(view: View, act: PersonAct): View {
  return view.pane === 'credentials' && act.name === 'credentials' ? { ...view, username: act.username } : view
}

function stepTaken(sandbox: Sandbox, session: LinkSession, act: PersonAct): View {
  if (hasEnded(session)) return endView(sandbox, session)
  if (act.name === 'exit' && session.step !== 'finished') return leave(sandbox, session, session.lastError)
  try {
    return takeStep(sandbox, session, act.name === 'exit' ? { name: 'finish' } : act)
  } catch (refusal) {
    if (!(refusal instanceof PlaidRefusal)) throw refusal
    return keepUsername(showRefusal(sandbox, session, refusal), act)
  }
}

function recordView(sandbox: Sandbox, session: LinkSession, { pane }: View): void {
  const details: EventDetails = { view_name: viewNames[pane], mfa_type: pane === 'code' ? 'code' : null }
  recordLinkEvent(sandbox, session, 'TRANSITION_VIEW', details)
}

/** One act of the person; what Plaid refuses becomes a pane or the end. */
export function runAct(sandbox: Sandbox, linkSessionId: string, act: PersonAct): View {
  const session = sandbox.store.state.linkSessions[linkSessionId]
  if (!session) return leave(sandbox, sessionWithoutToken(sandbox, ''), refuse('INVALID_LINK_TOKEN').body)
  const view = stepTaken(sandbox, session, act)
  const stillWaits = act.name === 'watch' && view.pane === 'waiting'
  if (view.pane !== 'end' && !stillWaits) recordView(sandbox, session, view)
  return view
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

function sessionFor(sandbox: Sandbox, start: Start): LinkSession {
  if (start.receivedRedirectUri !== null) {
    const session = findOAuthSession(sandbox, oauthStateIdIn(start.receivedRedirectUri))
    if (session.linkToken !== start.token) throw refuse('INCORRECT_LINK_TOKEN')
    if (session.step !== 'oauth') throw refuse('OAUTH_STATE_ID_ALREADY_PROCESSED')
    return session
  }
  if (start.publicKey !== null) openWithPublicToken(sandbox, start.publicKey, start)
  else if (isPublicToken(start.token)) throw refuse('INVALID_LINK_TOKEN')
  return startLinkSession(sandbox, start.token)
}

function open(sandbox: Sandbox, session: LinkSession): LinkEvent {
  const updateMode = Boolean(sandbox.store.state.linkTokens[session.linkToken]?.itemId)
  return recordLinkEvent(sandbox, session, 'OPEN', { is_update_mode: String(updateMode) })
}

/** Opens Link with a token: anew, or where the bank's page sent the person back. */
export function startSession(sandbox: Sandbox, start: Start): Started {
  try {
    const session = sessionFor(sandbox, start)
    const { linkSessionId } = session
    const opened = open(sandbox, session)
    if (start.receivedRedirectUri !== null) {
      return { linkSessionId, opened, view: runAct(sandbox, linkSessionId, { name: 'resume' }) }
    }
    const view = viewOf(sandbox, linkSessionId)
    recordView(sandbox, session, view)
    return { linkSessionId, opened, view }
  } catch (refusal) {
    if (!(refusal instanceof PlaidRefusal)) throw refusal
    const session = sessionWithoutToken(sandbox, start.token)
    const opened = open(sandbox, session)
    return { linkSessionId: session.linkSessionId, opened, view: leave(sandbox, session, refusal.body) }
  }
}
