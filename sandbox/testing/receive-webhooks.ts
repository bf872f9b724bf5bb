import { serve } from '@hono/node-server'
import { onTestFinished } from 'vitest'

export type Received = { body: string; verification: string | null; at: number }
export type Receiver = { url: string; received: Received[]; next: () => Promise<Received> }

/** A receiver that answers with the given statuses in turn, the last one for ever. `hang` never answers. */
export async function receiveWebhooks(...answers: (number | 'hang')[]): Promise<Receiver> {
  const received: Received[] = []
  const waiting: ((webhook: Received) => void)[] = []
  let taken = 0
  const server = serve({
    hostname: '127.0.0.1',
    port: 0,
    async fetch(request) {
      const webhook = {
        body: await request.text(),
        verification: request.headers.get('plaid-verification'),
        at: Date.now(),
      }
      received.push(webhook)
      waiting.shift()?.(webhook)
      const answer = answers[Math.min(received.length, answers.length) - 1] ?? 200
      return answer === 'hang' ? new Promise<Response>(() => {}) : new Response('seen', { status: answer })
    },
  })
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
  const address = server.address()
  return {
    url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}/webhook`,
    received,
    next() {
      const already = received[taken]
      taken += 1
      return already ? Promise.resolve(already) : new Promise((resolve) => waiting.push(resolve))
    },
  }
}
