import type { LinkEnd } from '#lib/domain/link-end.ts'
import {
  type HostedTicket,
  type LinkReport,
  type LinkTicket,
  readEvent,
  readHostedTicket,
  readTicket,
} from './link-ticket.ts'
import { fieldsOf, listOf, textOrNull } from './read-json.ts'

/** What Link was opened for: a first connection, or the reconnect link that led here. */
export type LinkPurpose = { type: 'connect' } | { type: 'reconnect'; token: string }
export type KeptLinkSession = { ticket: LinkTicket; purpose: LinkPurpose }
export type KeptHostedSession = { ticket: HostedTicket; purpose: LinkPurpose }

/*
 * A bank that asks for OAuth may return in another tab, and its return address can carry nothing of ours (Plaid refuses
 * further query parameters). So the session waits in localStorage, which all tabs of this browser see.
 */
const sessionKey = 'relink.link-session'
const hostedKey = 'relink.hosted-session'
// How Link ended on the return page, left for the reconnect page that the person goes back to in the same tab.
const reportKey = 'relink.link-report'

/** Keeps the session for a return from the bank. */
export function keepLinkSession(session: KeptLinkSession): void {
  write('localStorage', sessionKey, session)
}

/** The session that waits for a return, unless its link token has run out. */
export function readLinkSession(now: Date): KeptLinkSession | null {
  return readKept(sessionKey, readTicket, now)
}

/** Forgets the session; it has ended. */
export function dropLinkSession(): void {
  write('localStorage', sessionKey, null)
}

/** Keeps the session on Plaid's own page for the return from there. */
export function keepHostedSession(session: KeptHostedSession): void {
  write('localStorage', hostedKey, session)
}

/** The hosted session that waits for a return. */
export function readHostedSession(now: Date): KeptHostedSession | null {
  return readKept(hostedKey, readHostedTicket, now)
}

/** Forgets the hosted session; its person is back. What it holds opens their reconnect page. */
export function dropHostedSession(): void {
  write('localStorage', hostedKey, null)
}

/** Leaves the report for the reconnect page of this token. Update mode's public token is of no use, so it stays out. */
export function leaveReport(token: string, report: LinkReport): void {
  const end = report.end.type === 'success' ? { ...report.end, publicToken: null } : report.end
  write('sessionStorage', reportKey, { token, ...report, end })
}

/** Takes the report that was left for this token, once. */
export function takeReport(token: string): LinkReport | null {
  const kept = fieldsOf(read('sessionStorage', reportKey))
  if (kept.token !== token) return null
  write('sessionStorage', reportKey, null)
  const end = readEnd(kept.end)
  return end && { end, events: listOf(kept.events, readEvent) ?? [], linkSessionId: textOrNull(kept.linkSessionId) }
}

function readKept<Ticket extends { expiresAt: string }>(
  key: string,
  readOne: (value: unknown) => Ticket | null,
  now: Date,
) {
  const kept = fieldsOf(read('localStorage', key))
  const ticket = readOne(kept.ticket)
  const purpose = readPurpose(kept.purpose)
  return ticket && purpose && Date.parse(ticket.expiresAt) > now.getTime() ? { ticket, purpose } : null
}

function readPurpose(value: unknown): LinkPurpose | null {
  const { type, token } = fieldsOf(value)
  if (type === 'connect') return { type }
  return type === 'reconnect' && typeof token === 'string' ? { type, token } : null
}

function readEnd(value: unknown): LinkEnd | { type: 'returned' } | null {
  const { type, ...facts } = fieldsOf(value)
  if (type === 'success') return { type, publicToken: null }
  if (type === 'script_failed' || type === 'returned') return { type }
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
