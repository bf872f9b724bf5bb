import type { PlaidLinkOnEventMetadata } from 'react-plaid-link'
import { z } from 'zod'

const text = z.string().nullable()

const metadataSchema = z.object({
  account_number_mask: text,
  error_type: text,
  error_code: text,
  error_message: text,
  exit_status: text,
  institution_id: text,
  institution_name: text,
  institution_search_query: text,
  is_update_mode: text,
  match_reason: text,
  mfa_type: text,
  routing_number: text,
  view_name: text,
  selection: text,
  timestamp: z.iso.datetime(),
  link_session_id: z.string(),
  request_id: z.string(),
}) satisfies z.ZodType<PlaidLinkOnEventMetadata>

/** Something that happened in Link, as onEvent tells it. */
export const linkEventSchema = z.object({ eventId: z.uuid(), name: z.string(), metadata: metadataSchema })

export type LinkEvent = z.infer<typeof linkEventSchema>
