import * as z from 'zod/mini'
import type { LinkEnd } from './link-end.ts'

const purpose = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connect') }),
  z.object({ type: z.literal('reconnect'), token: z.string() }),
])
const linkSession = z.object({ linkToken: z.string(), expiresAt: z.string(), purpose })

/** What Link was opened for: a first connection, or the reconnect link that led here. */
export type LinkPurpose = z.infer<typeof purpose>
export type KeptLinkSession = z.infer<typeof linkSession>

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
  const parsed = linkSession.safeParse(read('localStorage', sessionKey))
  if (!parsed.success || new Date(parsed.data.expiresAt).getTime() <= now.getTime()) return null
  return parsed.data
}

/** Forgets the session; it has ended. */
export function dropLinkSession(): void {
  write('localStorage', sessionKey, null)
}

const text = z.nullable(z.string())
const keptEnd = z.object({
  token: z.string(),
  end: z.discriminatedUnion('type', [
    z.object({ type: z.literal('success'), publicToken: text }),
    z.object({
      type: z.literal('exit'),
      errorType: text,
      errorCode: text,
      status: text,
      linkSessionId: text,
      requestId: text,
    }),
    z.object({ type: z.literal('script_failed') }),
  ]),
})

/** Leaves the end of Link for the reconnect page of this token. Update mode's public token is of no use, so it stays out. */
export function leaveEnd(token: string, end: LinkEnd): void {
  write('sessionStorage', endKey, { token, end: end.type === 'success' ? { ...end, publicToken: null } : end })
}

/** Takes the end that was left for this token, once. */
export function takeEnd(token: string): LinkEnd | null {
  const parsed = keptEnd.safeParse(read('sessionStorage', endKey))
  if (!parsed.success || parsed.data.token !== token) return null
  write('sessionStorage', endKey, null)
  return parsed.data.end
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
