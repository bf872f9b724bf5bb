import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { answerWebhook } from '#lib/features/webhooks/answer-webhook.ts'

export type WebhookDoor = { url: string; close: () => void }

/** Takes webhooks over HTTP inside a feature test, for what the sandbox sends by itself. */
export async function openWebhookDoor(): Promise<WebhookDoor> {
  const server = createServer((request, response) => {
    const signature = request.headers['plaid-verification']
    buffer(request)
      .then((body) =>
        answerWebhook(
          {
            signature: typeof signature === 'string' ? signature : null,
            body: new Response(new Uint8Array(body)).body,
          },
          new Date(),
        ),
      )
      .then(
        (status) => response.writeHead(status).end(),
        (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}/api/plaid/webhook`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
