import { answerWebhook } from '#lib/features/webhooks/answer-webhook.ts'

// Said outright, so that Next does not watch each use of the request to find it out.
export const dynamic = 'force-dynamic'

/** Plaid's webhooks. Only status 200 tells Plaid that we have it; 401 that it is forged; 503 to send it again. */
export async function POST({ headers, body }: Request): Promise<Response> {
  return new Response(null, {
    status: await answerWebhook({ signature: headers.get('plaid-verification'), body }, new Date()),
  })
}
