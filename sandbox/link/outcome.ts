import type { PlaidLinkError, PlaidLinkOnExitMetadata, PlaidLinkOnSuccessMetadata } from 'react-plaid-link'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession } from '../state/link.ts'
import type { LinkEvent } from '../state/link-event.ts'
import type { PlaidErrorBody } from '../state/plaid-error.ts'
import { accountsOf, exitRequestId, institutionOf } from './session-metadata.ts'

/** How a session ended, in the shapes that Link's callbacks get. OPEN was told when it happened, all else comes now. */
export type Outcome =
  | { succeeded: true; publicToken: string; metadata: PlaidLinkOnSuccessMetadata; events: LinkEvent[] }
  | { succeeded: false; error: PlaidLinkError | null; metadata: PlaidLinkOnExitMetadata; events: LinkEvent[] }

function linkError(error: PlaidErrorBody | null): PlaidLinkError | null {
  if (!error) return null
  const { error_type, error_code, error_message, display_message } = error
  return { error_type, error_code, error_message, display_message }
}

/** What a session that has ended gives to the app. */
export function outcomeOf(sandbox: Sandbox, session: LinkSession): Outcome {
  const institution = institutionOf(session)
  const link_session_id = session.linkSessionId
  const events = session.events.filter(({ name }) => name !== 'OPEN')
  if (session.publicToken !== null) {
    const accounts = accountsOf(sandbox, session)
    const metadata = { institution, accounts, link_session_id, transfer_status: null }
    return { succeeded: true, publicToken: session.publicToken, metadata, events }
  }
  const metadata = { institution, status: session.exitStatus, link_session_id, request_id: exitRequestId(session) }
  return { succeeded: false, error: linkError(session.lastError), metadata, events }
}
