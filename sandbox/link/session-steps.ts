import { checkCode, checkCredentials } from '../acts/check-credentials.ts'
import { handOver } from '../acts/end-link-session.ts'
import { requireLinkSession } from '../acts/find.ts'
import { finishLinkSession } from '../acts/finish-link-session.ts'
import { chooseInstitution } from '../acts/link-session.ts'
import { resumeOAuth } from '../acts/oauth.ts'
import { recordLinkEvent } from '../acts/record-link-event.ts'
import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession } from '../state/link.ts'
import { goToBank, lookAtBank } from './bank-trip.ts'
import { endView } from './end-view.ts'
import type { PersonAct } from './person-act.ts'
import { type View, viewOf } from './views.ts'

/** A step behind: another bank, or the password again. */
function stepBack(sandbox: Sandbox, session: LinkSession): void {
  session.step = session.step === 'code' ? 'credentials' : 'institution'
  if (session.step === 'institution') session.institutionId = null
  session.lastError = null
  sandbox.store.changed()
}

/** After an error pane: the same step anew, with the trip to the bank forgotten. */
function forgetTrip(sandbox: Sandbox, session: LinkSession): void {
  session.oauthStateId = null
  session.oauthOutcome = null
  session.bankAccountIds = null
  sandbox.store.changed()
}

function record(sandbox: Sandbox, session: LinkSession, name: string, mfaType: string | null = null): void {
  recordLinkEvent(sandbox, session, name, { mfa_type: mfaType })
  recordLinkEvent(sandbox, session, 'TRANSITION_VIEW', { view_name: 'LOADING' })
}

/** In update mode Link closes by itself once it has succeeded; a first link waits for one more click. */
function finish(sandbox: Sandbox, session: LinkSession, accountIds?: string[]): View {
  finishLinkSession(sandbox, session.linkSessionId, accountIds)
  const updateMode = requireLinkSession(sandbox, session.linkSessionId).linkToken.itemId !== null
  if (!updateMode) return viewOf(sandbox, session.linkSessionId)
  recordLinkEvent(sandbox, session, 'TRANSITION_VIEW', { view_name: 'CONNECTED' })
  handOver(sandbox, session)
  return endView(sandbox, session)
}

/** The bank let the person in: go on to the accounts, or finish at once. */
function goOn(sandbox: Sandbox, session: LinkSession): View {
  return session.step === 'ready' ? finish(sandbox, session) : viewOf(sandbox, session.linkSessionId)
}

function comeBack(sandbox: Sandbox, session: LinkSession): View {
  if (session.oauthStateId === null) throw refuse('OAUTH_STATE_ID_NOT_FOUND')
  resumeOAuth(sandbox, session.linkToken, session.oauthStateId)
  return goOn(sandbox, session)
}

/** Does what the person did and says what to show next; refusals are the caller's to show. */
export function takeStep(sandbox: Sandbox, session: LinkSession, act: Exclude<PersonAct, { name: 'exit' }>): View {
  const id = session.linkSessionId
  switch (act.name) {
    case 'institution':
      chooseInstitution(sandbox, id, act.institutionId)
      recordLinkEvent(sandbox, session, 'SELECT_INSTITUTION', { institution_search_query: act.query || null })
      return viewOf(sandbox, id)
    case 'credentials':
      record(sandbox, session, 'SUBMIT_CREDENTIALS')
      checkCredentials(sandbox, id, act)
      return goOn(sandbox, session)
    case 'code':
      record(sandbox, session, 'SUBMIT_MFA', 'code')
      checkCode(sandbox, id, act.code)
      return goOn(sandbox, session)
    case 'accounts':
      return finish(sandbox, session, act.accountIds)
    case 'oauth':
      return goToBank(sandbox, session, act.opened)
    case 'watch':
      return session.oauthOutcome === null ? lookAtBank(sandbox, session, act.closed) : comeBack(sandbox, session)
    case 'resume':
      return comeBack(sandbox, session)
    case 'back':
      stepBack(sandbox, session)
      return viewOf(sandbox, id)
    case 'again':
      forgetTrip(sandbox, session)
      return viewOf(sandbox, id)
    case 'finish':
      handOver(sandbox, session)
      return endView(sandbox, session)
  }
}
