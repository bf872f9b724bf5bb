import type { LinkSessionExit, LinkTokenGetResponse, LinkTokenGetSessionsResponse } from 'plaid'
import { z } from 'zod'
import { findInstitution } from '../institutions/list.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession } from '../state/link.ts'
import { readRequest } from './read-request.ts'
import { refuse } from './refusal.ts'
import type { Answer, Wire } from './wire.ts'

function presentExit(session: LinkSession): Wire<LinkSessionExit> {
  const institution = session.institutionId === null ? undefined : findInstitution(session.institutionId)
  return {
    error: session.lastError,
    metadata: {
      institution: institution ? { name: institution.name, institution_id: institution.institutionId } : null,
      status: session.exitStatus ?? undefined,
      link_session_id: session.linkSessionId,
    },
  }
}

/** Plaid documents no result for a plain update-mode session, so results stay out. */
function presentSession(session: LinkSession): Wire<LinkTokenGetSessionsResponse> {
  return {
    link_session_id: session.linkSessionId,
    started_at: session.startedAt,
    finished_at: session.finishedAt,
    on_success: session.publicToken === null ? null : { public_token: session.publicToken, metadata: null },
    exit: session.step === 'exited' ? presentExit(session) : null,
    events: [],
  }
}

/** What a link token was made with and which sessions it had. */
export function linkTokenGet(sandbox: Sandbox, body: unknown): Answer<LinkTokenGetResponse> {
  const { link_token } = readRequest(z.strictObject({ link_token: z.string() }), body)
  const token = sandbox.store.state.linkTokens[link_token]
  if (!token) throw refuse('INVALID_LINK_TOKEN')
  const sessions = Object.values(sandbox.store.state.linkSessions).filter((session) => session.linkToken === link_token)
  return {
    link_token,
    created_at: token.createdAt,
    expiration: token.expiresAt,
    link_sessions: sessions.map(presentSession),
    metadata: {
      initial_products: token.products,
      webhook: token.webhook,
      country_codes: token.countryCodes,
      language: token.language,
      redirect_uri: token.redirectUri,
      client_name: token.clientName,
    },
  }
}
