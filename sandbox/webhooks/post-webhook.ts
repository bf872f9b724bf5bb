import type { Attempt } from '../state/delivery.ts'

export type PostResult = { attempt: Attempt; body: string; retryAfter: string | null }

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'no answer in time'
  if (error.cause instanceof Error && 'code' in error.cause) return String(error.cause.code)
  return error.message
}

type Post = { url: string; body: string; headers: Headers }
type How = { timeoutMs: number; now: () => Date }

/** Posts a webhook of Plaid's once, as it is. */
export function postWebhook(url: string, body: string, verification: string | null, how: How): Promise<PostResult> {
  const headers = new Headers({ 'user-agent': 'Plaid Webhooks (sandbox)' })
  if (verification !== null) headers.set('plaid-verification', verification)
  return postJson({ url, body, headers }, how)
}

/** Posts the text once, as it is. Never throws: what went wrong is in the attempt. */
export async function postJson({ url, body, headers }: Post, { timeoutMs, now }: How): Promise<PostResult> {
  const at = now().toISOString()
  const started = performance.now()
  const took = () => Math.round(performance.now() - started)
  headers.set('content-type', 'application/json')
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const answer = await response.text()
    const attempt = { at, status: response.status, error: null, ms: took() }
    return { attempt, body: answer, retryAfter: response.headers.get('retry-after') }
  } catch (error) {
    return { attempt: { at, status: null, error: reasonOf(error), ms: took() }, body: '', retryAfter: null }
  }
}
