import type { PlaidLinkError, PlaidLinkOnExitMetadata, PlaidLinkOnSuccessMetadata } from 'react-plaid-link'
import { exitLinkSession } from '../acts/link-session.ts'
import { findInstitution } from '../institutions/list.ts'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import { sharedAccounts } from '../state/item.ts'
import type { LinkSession } from '../state/link.ts'
import type { PlaidErrorBody } from '../state/plaid-error.ts'
import { type EventLog, errorDetails, type LinkEvent } from './event-log.ts'

/** How a session ended, in the shapes that Link's callbacks get. */
export type Outcome =
  | { succeeded: true; publicToken: string; metadata: PlaidLinkOnSuccessMetadata; events: LinkEvent[] }
  | { succeeded: false; error: PlaidLinkError | null; metadata: PlaidLinkOnExitMetadata; events: LinkEvent[] }

function institutionOf(session: LinkSession): PlaidLinkOnExitMetadata['institution'] {
  const institution = session.institutionId ? findInstitution(session.institutionId) : undefined
  return institution ? { name: institution.name, institution_id: institution.institutionId } : null
}

function linkError(error: PlaidErrorBody | null): PlaidLinkError | null {
  if (!error) return null
  const { error_type, error_code, error_message, display_message } = error
  return { error_type, error_code, error_message, display_message }
}

/** The `status` of onExit's metadata: what Link was waiting for when the person left. */
function exitStatus(session: LinkSession, error: PlaidErrorBody | null): string | null {
  if (error?.error_code === 'INVALID_LINK_TOKEN') return null
  if (error?.error_code === 'INSTITUTION_NO_LONGER_SUPPORTED') return 'institution_not_supported'
  switch (session.step) {
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

/** The session ended without success; `error` is what onExit gets. */
export function exitOutcome(
  sandbox: Sandbox,
  log: EventLog,
  session: LinkSession,
  error: PlaidErrorBody | null,
): Outcome {
  const status = exitStatus(session, error)
  if (sandbox.store.state.linkSessions[session.linkSessionId]) exitLinkSession(sandbox, session.linkSessionId, status)
  log.record(session, 'TRANSITION_VIEW', { view_name: 'EXIT' })
  log.record(session, 'EXIT', { exit_status: status, ...errorDetails(error) })
  return {
    succeeded: false,
    error: linkError(error),
    metadata: {
      institution: institutionOf(session),
      status,
      link_session_id: session.linkSessionId,
      request_id: newId.request(),
    },
    events: log.take(session.linkSessionId),
  }
}

/** The session that `finishLinkSession` finished, as onSuccess gets it. */
export function successOutcome(sandbox: Sandbox, log: EventLog, session: LinkSession, publicToken: string): Outcome {
  const issued = sandbox.store.state.publicTokens[publicToken]
  const item = issued ? sandbox.store.state.items[issued.itemId] : undefined
  const accounts = item ? sharedAccounts(item) : []
  log.record(session, 'HANDOFF')
  return {
    succeeded: true,
    publicToken,
    metadata: {
      institution: institutionOf(session),
      accounts: accounts.map((account) => ({
        id: account.accountId,
        name: account.name,
        mask: account.mask,
        type: account.type,
        subtype: account.subtype,
        verification_status: null,
        class_type: null,
      })),
      link_session_id: session.linkSessionId,
      transfer_status: null,
    },
    events: log.take(session.linkSessionId),
  }
}
