import { findInstitution } from '../institutions/list.ts'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { LinkSession } from '../state/link.ts'
import type { LinkEvent } from '../state/link-event.ts'
import type { PlaidErrorBody } from '../state/plaid-error.ts'

export type EventDetails = Partial<LinkEvent['metadata']>

/** Writes down what happened in a session, as onEvent, webhooks and /link/token/get will tell it. */
export function recordLinkEvent(
  sandbox: Sandbox,
  session: LinkSession,
  name: string,
  details: EventDetails = {},
): LinkEvent {
  const institution = session.institutionId === null ? undefined : findInstitution(session.institutionId)
  const event: LinkEvent = {
    eventId: newId.uuid(),
    name,
    metadata: {
      account_number_mask: null,
      error_type: null,
      error_code: null,
      error_message: null,
      exit_status: null,
      institution_id: session.institutionId,
      institution_name: institution?.name ?? null,
      institution_search_query: null,
      is_update_mode: null,
      match_reason: null,
      mfa_type: null,
      routing_number: null,
      view_name: null,
      selection: null,
      timestamp: sandbox.now().toISOString(),
      link_session_id: session.linkSessionId,
      request_id: newId.request(),
      ...details,
    },
  }
  session.events.push(event)
  sandbox.store.changed()
  return event
}

/** What ERROR and EXIT tell about an error. */
export function errorDetails(error: PlaidErrorBody | null): EventDetails {
  if (!error) return {}
  return { error_type: error.error_type, error_code: error.error_code, error_message: error.error_message }
}
