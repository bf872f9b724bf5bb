import { z } from 'zod'
import type { LinkEvent } from '#lib/domain/link-steps.ts'
import { callPlaid } from './call-plaid.ts'
import { plaidInstant, plaidName } from './plaid-words.ts'

/** What Plaid knows of the last session of a link token; its data stay for six hours after its end. */
export type LinkSessionSeen = {
  plaidSessionId: string
  finishedAt: Date | null
  exit: { errorType: string | null; errorCode: string | null; status: string | null } | null
  events: LinkEvent[]
}

const text = plaidName.nullish().catch(null)
// An EVENTS webhook tells a session from its beginning; Plaid's own sample has a dozen.
const mostEvents = 500

const eventSchema = z
  .object({
    event_name: z.string(),
    timestamp: plaidInstant,
    event_metadata: z
      .object({ error_code: text, exit_status: text, view_name: text, request_id: text })
      .catch({ error_code: null, exit_status: null, view_name: null, request_id: null }),
  })
  .transform(
    ({ event_name, timestamp, event_metadata: about }): LinkEvent => ({
      name: event_name,
      at: timestamp,
      errorCode: about.error_code || null,
      exitStatus: about.exit_status || null,
      viewName: about.view_name || null,
      requestId: about.request_id || null,
    }),
  )

const exitSchema = z.object({
  error: z.object({ error_type: plaidName, error_code: plaidName }).nullish(),
  metadata: z.object({ status: text }).nullish(),
})

/** Plaid's list of events, from an answer or from an `EVENTS` webhook; one that cannot be read is left out. */
export function readLinkEvents(list: unknown): LinkEvent[] {
  if (!Array.isArray(list)) return []
  return list
    .slice(-mostEvents)
    .map((one) => eventSchema.safeParse(one).data)
    .filter((event) => event !== undefined)
}

/**
 * Asks `/link/token/get` about the last session of a link token.
 * @returns null while nobody has opened it
 * @throws PlaidFault
 */
export async function getLinkSession(linkToken: string): Promise<LinkSessionSeen | null> {
  const data = await callPlaid('/link/token/get', (api) => api.linkTokenGet({ link_token: linkToken }))
  const last = data.link_sessions?.at(-1)
  if (!last) return null
  return {
    plaidSessionId: plaidName.parse(last.link_session_id),
    finishedAt: plaidInstant.safeParse(last.finished_at).data ?? null,
    exit: readExit(last.exit),
    events: readLinkEvents(last.events),
  }
}

function readExit(exit: unknown): LinkSessionSeen['exit'] {
  const parsed = exitSchema.safeParse(exit)
  if (!parsed.success) return null
  const { error, metadata } = parsed.data
  return {
    errorType: error?.error_type ?? null,
    errorCode: error?.error_code ?? null,
    status: metadata?.status ?? null,
  }
}
