import type { Sandbox } from '../sandbox.ts'
import type { LinkSession } from '../state/link.ts'
import type { PlaidErrorBody } from '../state/plaid-error.ts'
import { errorDetails, recordLinkEvent } from './record-link-event.ts'
import { tellSessionEnd } from './tell-link-session.ts'

/** Whether Link has handed over or left; nothing that comes later changes the session. */
export function hasEnded(session: LinkSession): boolean {
  return session.events.some(({ name }) => name === 'HANDOFF' || name === 'EXIT')
}

/** Errors that say by themselves where the person stood. */
const statusOfError: Record<string, string | null | undefined> = {
  INVALID_LINK_TOKEN: null,
  INVALID_MFA: 'requires_code',
  INVALID_OTP: 'requires_code',
  INVALID_SEND_METHOD: 'choose_device',
  USER_INPUT_TIMEOUT: 'requires_account_selection',
  INSTITUTION_NO_LONGER_SUPPORTED: 'institution_not_supported',
}

/** The `status` of onExit's metadata: what Link was waiting for when the person left. */
function exitStatus({ step }: LinkSession, error: PlaidErrorBody | null): string | null {
  if (step === 'code' && error?.error_code === 'USER_INPUT_TIMEOUT') return 'requires_code'
  const ofError = error ? statusOfError[error.error_code] : undefined
  if (ofError !== undefined) return ofError
  switch (step) {
    case 'institution':
    case 'credentials':
      return 'requires_credentials'
    case 'code':
      return 'requires_code'
    case 'oauth':
      return 'requires_oauth'
    case 'accounts':
      return 'requires_account_selection'
    case 'ready':
    case 'finished':
    case 'exited':
      return null
  }
}

/** The session ends without success; `error` is what onExit gets. */
export function exitLinkSession(sandbox: Sandbox, session: LinkSession, error: PlaidErrorBody | null): void {
  const status = exitStatus(session, error)
  recordLinkEvent(sandbox, session, 'TRANSITION_VIEW', { view_name: 'EXIT' })
  recordLinkEvent(sandbox, session, 'EXIT', { exit_status: status, ...errorDetails(error) })
  session.step = 'exited'
  session.exitStatus = status
  session.lastError = error
  session.finishedAt = sandbox.now().toISOString()
  tellSessionEnd(sandbox, session)
}

/** The session that `finishLinkSession` finished goes to the app. */
export function handOver(sandbox: Sandbox, session: LinkSession): void {
  recordLinkEvent(sandbox, session, 'HANDOFF')
  tellSessionEnd(sandbox, session)
}

/**
 * Plaid waits no longer for a person who went away in mid-session: it ends as it stands.
 * @returns whether there was something to end
 */
export function endAbandonedSession(sandbox: Sandbox, session: LinkSession): boolean {
  if (hasEnded(session)) return false
  if (session.step === 'finished') handOver(sandbox, session)
  else exitLinkSession(sandbox, session, session.lastError)
  return true
}
