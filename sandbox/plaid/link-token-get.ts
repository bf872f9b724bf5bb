import type { LinkSessionExit, LinkSessionSuccess, LinkTokenGetResponse, LinkTokenGetSessionsResponse } from 'plaid'
import { z } from 'zod'
import { accountsOf, exitRequestId, institutionOf } from '../link/session-metadata.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession } from '../state/link.ts'
import { presentLinkEvent } from './present-link-event.ts'
import { readRequest } from './read-request.ts'
import { refuse } from './refusal.ts'
import type { Answer, Wire } from './wire.ts'

/** How long Plaid keeps what a session did after its end. */
const keptMs = 6 * 60 * 60 * 1000

function presentExit(session: LinkSession): Wire<LinkSessionExit> | null {
  if (session.step !== 'exited') return null
  return {
    error: session.lastError,
    metadata: {
      institution: institutionOf(session),
      status: session.exitStatus ?? undefined,
      link_session_id: session.linkSessionId,
      request_id: exitRequestId(session),
    },
  }
}

function presentSuccess(sandbox: Sandbox, session: LinkSession): Wire<LinkSessionSuccess> | null {
  if (session.publicToken === null) return null
  return {
    public_token: session.publicToken,
    metadata: {
      institution: institutionOf(session),
      accounts: accountsOf(sandbox, session),
      link_session_id: session.linkSessionId,
      transfer_status: null,
    },
  }
}

/** Plaid documents no result for a plain update-mode session, so results stay out. */
function presentSession(sandbox: Sandbox, session: LinkSession): Wire<LinkTokenGetSessionsResponse> {
  return {
    link_session_id: session.linkSessionId,
    started_at: session.startedAt,
    finished_at: session.finishedAt,
    on_success: presentSuccess(sandbox, session),
    on_exit: presentExit(session),
    exit: presentExit(session),
    events: session.events.map(presentLinkEvent),
  }
}

function isKept({ finishedAt }: LinkSession, now: Date): boolean {
  return finishedAt === null || new Date(finishedAt).getTime() > now.getTime() - keptMs
}

/** The sessions of a link token, oldest first. */
function sessionsOf(sandbox: Sandbox, linkToken: string): LinkSession[] {
  const sessions = Object.values(sandbox.store.state.linkSessions)
  return sessions.filter((session) => session.linkToken === linkToken && isKept(session, sandbox.now()))
}

/** What a link token was made with and which sessions it had. */
export function linkTokenGet(sandbox: Sandbox, body: unknown): Answer<LinkTokenGetResponse> {
  const { link_token } = readRequest(z.strictObject({ link_token: z.string() }), body)
  const token = sandbox.store.state.linkTokens[link_token]
  if (!token) throw refuse('INVALID_LINK_TOKEN')
  return {
    link_token,
    created_at: token.createdAt,
    expiration: token.expiresAt,
    link_sessions: sessionsOf(sandbox, link_token).map((session) => presentSession(sandbox, session)),
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
