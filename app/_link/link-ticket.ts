import type { LinkEnd } from '#lib/domain/link-end.ts'
import { fieldsOf, listOf, type Reader, textOrNull } from './read-json.ts'

/** What Link wants besides a public token; only where UPDATE_TOKEN=public_token. */
export type PublicKey = { key: string; env: string; clientName: string; products: string[] }

/** What one session of Link is started with. `linkSessionId`: our id of it, where we keep one. */
export type LinkTicket = {
  linkToken: string
  expiresAt: string
  publicKey: PublicKey | null
  linkSessionId: string | null
}

/** A session on Plaid's own page. */
export type HostedTicket = { url: string; expiresAt: string; linkSessionId: string }

/** One of Link's events, cut down to what our server keeps. */
export type SeenEvent = {
  name: string
  at: string
  errorCode: string | null
  exitStatus: string | null
  viewName: string | null
  requestId: string | null
}

/** How a session ended, with all that Link told of it. `returned`: from Plaid's own page, which tells nothing. */
export type LinkReport = {
  end: LinkEnd | { type: 'returned' }
  events: SeenEvent[]
  linkSessionId: string | null
}

/** Reads a ticket from our server's answer or from this browser's storage. */
export const readTicket: Reader<LinkTicket> = (value) => {
  const { linkToken, expiresAt, publicKey, linkSessionId } = fieldsOf(value)
  if (typeof linkToken !== 'string' || typeof expiresAt !== 'string') return null
  return { linkToken, expiresAt, publicKey: readPublicKey(publicKey), linkSessionId: textOrNull(linkSessionId) }
}

/** Reads a session on Plaid's own page. */
export const readHostedTicket: Reader<HostedTicket> = (value) => {
  const { url, expiresAt, linkSessionId } = fieldsOf(value)
  const isOne = typeof url === 'string' && typeof expiresAt === 'string' && typeof linkSessionId === 'string'
  return isOne ? { url, expiresAt, linkSessionId } : null
}

/** Reads an event from this browser's storage. */
export const readEvent: Reader<SeenEvent> = (value) => {
  const { name, at, ...facts } = fieldsOf(value)
  if (typeof name !== 'string' || typeof at !== 'string') return null
  return {
    name,
    at,
    errorCode: textOrNull(facts.errorCode),
    exitStatus: textOrNull(facts.exitStatus),
    viewName: textOrNull(facts.viewName),
    requestId: textOrNull(facts.requestId),
  }
}

function readPublicKey(value: unknown): PublicKey | null {
  const { key, env, clientName, products } = fieldsOf(value)
  const names = listOf(products, textOrNull)
  const isOne = typeof key === 'string' && typeof env === 'string' && typeof clientName === 'string' && names
  return isOne ? { key, env, clientName, products: names } : null
}
