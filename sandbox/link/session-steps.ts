import { checkCode, checkCredentials } from '../acts/check-credentials.ts'
import { requireLinkSession } from '../acts/find.ts'
import { finishLinkSession } from '../acts/finish-link-session.ts'
import { chooseInstitution } from '../acts/link-session.ts'
import { resumeOAuth, startOAuth } from '../acts/oauth.ts'
import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession } from '../state/link.ts'
import type { EventLog } from './event-log.ts'
import { exitOutcome, successOutcome } from './outcome.ts'
import type { PersonAct } from './person-act.ts'
import { errorView, type View, viewOf } from './views.ts'

type Step = { sandbox: Sandbox; log: EventLog; session: LinkSession }

/** A step behind: another bank, or the password again. */
function stepBack({ sandbox, session }: Step): void {
  session.step = session.step === 'code' ? 'credentials' : 'institution'
  if (session.step === 'institution') session.institutionId = null
  session.lastError = null
  sandbox.store.changed()
}

/** After an error pane: the same step anew, with the trip to the bank forgotten. */
function forgetTrip({ sandbox, session }: Step): void {
  session.oauthStateId = null
  session.oauthOutcome = null
  sandbox.store.changed()
}

/** In update mode Link closes by itself once it has succeeded; a first link waits for one more click. */
function finish(step: Step, accountIds?: string[]): View {
  const { sandbox, log, session } = step
  const { publicToken } = finishLinkSession(sandbox, session.linkSessionId, accountIds)
  const updateMode = requireLinkSession(sandbox, session.linkSessionId).linkToken.itemId !== null
  if (!updateMode) return viewOf(sandbox, session.linkSessionId)
  log.record(session, 'TRANSITION_VIEW', { view_name: 'CONNECTED' })
  return { pane: 'end', outcome: successOutcome(sandbox, log, session, publicToken) }
}

/** The bank let the person in: go on to the accounts, or finish at once. */
function goOn(step: Step): View {
  if (step.session.step === 'ready') return finish(step)
  return viewOf(step.sandbox, step.session.linkSessionId)
}

function leaveForBank({ sandbox, log, session }: Step): View {
  log.record(session, 'OPEN_OAUTH')
  session.lastError = null
  const view = viewOf(sandbox, session.linkSessionId)
  if (view.pane === 'oauth' && view.opensWindow) return { ...view, pane: 'waiting', canGoBack: false }
  const { oauthStateId } = startOAuth(sandbox, session.linkSessionId)
  return { pane: 'leaving', bankUrl: `/link/oauth-bank?oauth_state_id=${oauthStateId}` }
}

/** How the bank's window is doing. */
function watchBank(step: Step, closed: boolean): View {
  const { sandbox, log, session } = step
  if (session.oauthOutcome !== null && session.oauthStateId !== null) {
    resumeOAuth(sandbox, session.linkToken, session.oauthStateId)
    return goOn(step)
  }
  const view = viewOf(sandbox, session.linkSessionId)
  if (session.lastError) return errorView(session.lastError)
  if (closed) log.record(session, 'CLOSE_OAUTH')
  return closed || view.pane !== 'oauth' ? view : { ...view, pane: 'waiting', canGoBack: false }
}

function close({ sandbox, log, session }: Step): View {
  if (session.step === 'finished' && session.publicToken) {
    return { pane: 'end', outcome: successOutcome(sandbox, log, session, session.publicToken) }
  }
  return { pane: 'end', outcome: exitOutcome(sandbox, log, session, session.lastError) }
}

/** Does what the person did and says what to show next; refusals are the caller's to show. */
export function takeStep(step: Step, act: PersonAct): View {
  const { sandbox, log, session } = step
  const id = session.linkSessionId
  switch (act.name) {
    case 'institution':
      chooseInstitution(sandbox, id, act.institutionId)
      log.record(session, 'SELECT_INSTITUTION', { institution_search_query: act.query || null })
      return viewOf(sandbox, id)
    case 'credentials':
      log.record(session, 'SUBMIT_CREDENTIALS')
      checkCredentials(sandbox, id, act)
      return goOn(step)
    case 'code':
      log.record(session, 'SUBMIT_MFA', { mfa_type: 'code' })
      checkCode(sandbox, id, act.code)
      return goOn(step)
    case 'accounts':
      return finish(step, act.accountIds)
    case 'oauth':
      return leaveForBank(step)
    case 'watch':
      return watchBank(step, act.closed)
    case 'resume':
      if (session.oauthStateId === null) throw refuse('OAUTH_STATE_ID_NOT_FOUND')
      resumeOAuth(sandbox, session.linkToken, session.oauthStateId)
      return goOn(step)
    case 'back':
      stepBack(step)
      return viewOf(sandbox, id)
    case 'again':
      forgetTrip(step)
      return viewOf(sandbox, id)
    case 'finish':
    case 'exit':
      return close(step)
  }
}
