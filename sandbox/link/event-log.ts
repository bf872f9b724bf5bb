import type { PlaidLinkOnEventMetadata } from 'react-plaid-link'
import { findInstitution } from '../institutions/list.ts'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { LinkSession } from '../state/link.ts'
import type { PlaidErrorBody } from '../state/plaid-error.ts'

export type LinkEvent = { name: string; metadata: PlaidLinkOnEventMetadata }
export type EventDetails = Partial<PlaidLinkOnEventMetadata>

export type EventLog = {
  /** Writes down what happened, as onEvent will tell it. */
  record(session: LinkSession, name: string, details?: EventDetails): LinkEvent
  /** Everything since the session began, once: Link hands its events over at the end of the flow. */
  take(linkSessionId: string): LinkEvent[]
}

export function errorDetails(error: PlaidErrorBody | null): EventDetails {
  if (!error) return {}
  return { error_type: error.error_type, error_code: error.error_code, error_message: error.error_message }
}

function eventMetadata(session: LinkSession, now: Date, details: EventDetails): PlaidLinkOnEventMetadata {
  return {
    account_number_mask: null,
    error_type: null,
    error_code: null,
    error_message: null,
    exit_status: null,
    institution_id: session.institutionId,
    institution_name: session.institutionId ? (findInstitution(session.institutionId)?.name ?? null) : null,
    institution_search_query: null,
    is_update_mode: null,
    match_reason: null,
    mfa_type: null,
    routing_number: null,
    view_name: null,
    selection: null,
    timestamp: now.toISOString(),
    link_session_id: session.linkSessionId,
    request_id: newId.request(),
    ...details,
  }
}

/** The events of the sessions under way. In memory only: they are of no use after a restart. */
export function openEventLog(sandbox: Sandbox): EventLog {
  const bySession = new Map<string, LinkEvent[]>()
  return {
    record(session, name, details = {}) {
      const event = { name, metadata: eventMetadata(session, sandbox.now(), details) }
      bySession.set(session.linkSessionId, [...(bySession.get(session.linkSessionId) ?? []), event])
      return event
    },
    take(linkSessionId) {
      const events = bySession.get(linkSessionId) ?? []
      bySession.delete(linkSessionId)
      return events.filter((event) => event.name !== 'OPEN')
    },
  }
}
