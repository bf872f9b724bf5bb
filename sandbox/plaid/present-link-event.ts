import type { LinkEvent as PlaidLinkEvent } from 'plaid'
import type { LinkEvent } from '../state/link-event.ts'
import type { Wire } from './wire.ts'

/** An event as Plaid's server tells it: where Link's callback has null it leaves the field out. */
export function presentLinkEvent({ eventId, name, metadata }: LinkEvent): Wire<PlaidLinkEvent> {
  return {
    event_id: eventId,
    event_name: name,
    timestamp: metadata.timestamp,
    event_metadata: {
      account_number_mask: metadata.account_number_mask ?? undefined,
      error_code: metadata.error_code ?? undefined,
      error_message: metadata.error_message ?? undefined,
      error_type: metadata.error_type ?? undefined,
      exit_status: metadata.exit_status ?? undefined,
      institution_id: metadata.institution_id ?? undefined,
      institution_name: metadata.institution_name ?? undefined,
      institution_search_query: metadata.institution_search_query ?? undefined,
      match_reason: metadata.match_reason ?? undefined,
      mfa_type: metadata.mfa_type ?? undefined,
      request_id: metadata.request_id,
      routing_number: metadata.routing_number ?? undefined,
      selection: metadata.selection ?? undefined,
      view_name: metadata.view_name ?? undefined,
    },
  }
}
