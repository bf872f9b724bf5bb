import { z } from 'zod'
import { readLinkEvents } from '#lib/adapters/plaid/get-link-session.ts'
import { plaidName } from '#lib/adapters/plaid/plaid-words.ts'
import { hashToken } from '#lib/adapters/vault/link-token.ts'
import { jsonOf } from '#lib/domain/json-of.ts'
import type { LinkEvent } from '#lib/domain/link-steps.ts'

type End = { type: 'succeeded' } | { type: 'left'; errorCode: null; status: null; requestId: null }

/** What a LINK webhook tells of a session, which it names by its link token only. */
export type LinkWebhook = {
  tokenHash: string
  told: { plaidSessionId: string | null; end: End | null; events: LinkEvent[] }
}

// plaid-openapi, LinkSessionFinishedWebhook and LinkEventsWebhook.
const schema = z.object({
  webhook_code: z.string(),
  link_token: z.string().min(1),
  link_session_id: plaidName.nullish().catch(null),
  status: z.string().nullish().catch(null),
  events: z.unknown().optional(),
})

/** Reads a LINK webhook; null for one that tells nothing of a session's course. Never throws. */
export function readLinkWebhook(rawBody: Uint8Array): LinkWebhook | null {
  const parsed = schema.safeParse(jsonOf(rawBody))
  if (!parsed.success) return null
  const { webhook_code, link_token, link_session_id, status, events } = parsed.data
  if (webhook_code !== 'SESSION_FINISHED' && webhook_code !== 'EVENTS') return null
  const end = webhook_code === 'SESSION_FINISHED' ? endOf(status ?? null) : null
  return {
    tokenHash: hashToken(link_token),
    told: { plaidSessionId: link_session_id || null, end, events: readLinkEvents(events) },
  }
}

function endOf(status: string | null): End | null {
  if (status?.toUpperCase() === 'SUCCESS') return { type: 'succeeded' }
  // Why it was left is in the events, which come in a webhook of their own.
  return status?.toUpperCase() === 'EXITED' ? { type: 'left', errorCode: null, status: null, requestId: null } : null
}
