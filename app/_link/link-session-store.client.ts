import type { LinkEnd } from './link-end.ts'
import { fieldsOf, textOrNull } from './read-json.ts'

/** What Link was opened for: a first connection, or the reconnect link that led here. */
export type LinkPurpose = { type: 'connect' } | { type: 'reconnect'; token: string }
export type KeptLinkSession = { linkToken: string; expiresAt: string; purpose: LinkPurpose }

/*
 * A bank that asks for OAuth may return in another tab, and its return address can carry nothing of ours (Plaid refuses
 * further query parameters). So the session waits in localStorage, which all tabs of this browser see.
 */
const sessionKey = 'relink.link-session'
// How Link ended on the return page, left for the reconnect page that the person goes back to in the same tab.
const endKey = 'relink.link-end'

/** Keeps the session for a return from the bank. */
export function keepLinkSession(session: KeptLinkSession): void {
  write('localStorage', sessionKey, session)
}

/** The session that waits for a return, unless its link token has run out. */
export function readLinkSession(now: Date): KeptLinkSession | null {
  const { linkToken, expiresAt, purpose } = fieldsOf(read('localStorage', sessionKey))
  const knownPurpose = readPurpose(purpose)
  if (typeof linkToken !== 'string' || typeof expiresAt !== 'string' || !knownPurpose) return null
  return Date.parse(expiresAt) > now.getTime() ? { linkToken, expiresAt, purpose: knownPurpose } : null
}

/** Forgets the session; it has ended. */
export function dropLinkSession(): void {
  write('localStorage', sessionKey, null)
}

/** Leaves the end of Link for the reconnect page of this token. Update mode's public token is of no use, so it stays out. */
export function leaveEnd(token: string, end: LinkEnd): void {
  write('sessionStorage', endKey, { token, end: end.type === 'success' ? { ...end, publicToken: null } : end })
}

/** Takes the end that was left for this token, once. */
export function takeEnd(token: string): LinkEnd | null {
  const kept = fieldsOf(read('sessionStorage', endKey))
  if (kept.token !== token) return null
  write('sessionStorage', endKey, null)
  return readEnd(kept.end)
}

function readPurpose(value: unknown): LinkPurpose | null {
  const { type, token } = fieldsOf(value)
  if (type === 'connect') return { type }
  return type === 'reconnect' && typeof token === 'string' ? { type, token } : null
}

function readEnd(value: unknown): LinkEnd | null {
  const { type, ...facts } = fieldsOf(value)
  if (type === 'success') return { type, publicToken: null }
  if (type === 'script_failed') return { type }
  if (type !== 'exit') return null
  return {
    type,
    errorType: textOrNull(facts.errorType),
    errorCode: textOrNull(facts.errorCode),
    status: textOrNull(facts.status),
    linkSessionId: textOrNull(facts.linkSessionId),
    requestId: textOrNull(facts.requestId),
  }
}

type Drawer = 'localStorage' | 'sessionStorage'

function read(drawer: Drawer, key: string): unknown {
  try {
    return JSON.parse(window[drawer].getItem(key) ?? 'null')
  } catch {
    // Storage may be switched off, and other scripts may have written to it: both are the same as nothing kept.
    return null
  }
}

function write(drawer: Drawer, key: string, value: unknown): void {
  try {
    if (value === null) window[drawer].removeItem(key)
    else window[drawer].setItem(key, JSON.stringify(value))
  } catch {
    // Without storage only the return from a bank's own page is lost, and that page says so.
  }
}
