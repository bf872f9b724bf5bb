import { HTTPException } from 'hono/http-exception'
import type { Mail } from '../state/mail.ts'

const timeoutMs = 10_000

/** Where a reader's mail program may unsubscribe with one click (RFC 8058); null when this mail offers none. */
export function oneClickUrl(mail: Mail): string | null {
  const header = (name: string) => Object.entries(mail.headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? ''
  if (header('list-unsubscribe-post').trim() !== 'List-Unsubscribe=One-Click') return null
  return /<(https?:[^>]+)>/.exec(header('list-unsubscribe'))?.[1] ?? null
}

/** Posts what a mail provider posts when its reader clicks on "Unsubscribe": no cookie, no script, no redirect. */
export async function unsubscribe(mail: Mail): Promise<{ url: string; status: number }> {
  const url = oneClickUrl(mail)
  if (url === null) throw new HTTPException(422, { message: 'this mail offers no one-click unsubscribe' })
  const { status } = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  return { url, status }
}
