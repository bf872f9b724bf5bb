import { answerWebhook } from '#lib/features/webhooks/answer-webhook.ts'

const mostBytes = 1024 * 1024

/** Plaid's webhooks. Only status 200 tells Plaid that we have it; 401 that it is forged; 503 to send it again. */
export async function POST(request: Request): Promise<Response> {
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > mostBytes) return new Response(null, { status: 413 })
  const rawBody = await request.bytes()
  if (rawBody.byteLength > mostBytes) return new Response(null, { status: 413 })
  const signature = request.headers.get('plaid-verification')
  return new Response(null, { status: await answerWebhook({ rawBody, signature }, new Date()) })
}
