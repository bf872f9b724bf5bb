import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import { complain } from './complain.ts'
import { itemRoutes } from './control/item-routes.ts'
import { linkControlRoutes } from './control/link-routes.ts'
import { mailboxRoutes } from './control/mailbox-routes.ts'
import { resendControlRoutes } from './control/resend-routes.ts'
import { webhookRoutes } from './control/webhook-routes.ts'
import { worldRoutes } from './control/world-routes.ts'
import { linkRoutes } from './link/routes.ts'
import type { SandboxOptions } from './options.ts'
import { pageRoutes } from './pages/routes.ts'
import { answerRefusal } from './plaid/answer-refusal.ts'
import { PlaidRefusal } from './plaid/refusal.ts'
import { plaidRoutes } from './plaid/routes.ts'
import { answerPushRefusal, PushRefusal } from './push/refusal.ts'
import { pushRoutes } from './push/routes.ts'
import { stopMailEvents } from './resend/mail-events.ts'
import { answerResendRefusal, ResendRefusal } from './resend/refusal.ts'
import { resendRoutes } from './resend/routes.ts'
import { openSandbox, type Sandbox } from './sandbox.ts'
import { resumeRetries, stopRetries } from './webhooks/attempt-delivery.ts'
import { currentSigningKey } from './webhooks/signing-keys.ts'

export type OpenSandbox = {
  sandbox: Sandbox
  /** With the request as Node has it, for connections that are cut. */
  fetch: (request: Request, environment?: object) => Response | Promise<Response>
  close: () => Promise<void>
}

function answerError(error: Error): Response {
  if (error instanceof PlaidRefusal) return answerRefusal(error)
  if (error instanceof ResendRefusal) return answerResendRefusal(error)
  if (error instanceof PushRefusal) return answerPushRefusal(error)
  if (error instanceof HTTPException) return Response.json({ error: error.message }, { status: error.status })
  complain('a request failed', error)
  return Response.json({ error: 'the sandbox itself failed; its output says why' }, { status: 500 })
}

function routesOf(sandbox: Sandbox): Hono {
  const app = new Hono()
  app.onError(answerError)
  app.use('/link/*', cors())
  app.use('/link-initialize.js', cors())
  app.get('/brand/fernway.png', async (context) => {
    const logo = await readFile(new URL('./institutions/fernway.png', import.meta.url))
    return context.body(new Uint8Array(logo), 200, { 'content-type': 'image/png' })
  })
  const parts = [
    plaidRoutes,
    resendRoutes,
    itemRoutes,
    webhookRoutes,
    worldRoutes,
    linkControlRoutes,
    mailboxRoutes,
    resendControlRoutes,
    pushRoutes,
    linkRoutes,
    pageRoutes,
  ]
  for (const part of parts) app.route('/', part(sandbox))
  return app
}

/** The whole outside world: answers requests, sends webhooks, and goes on with retries that a restart cut short. */
export async function createSandbox(options: SandboxOptions, now?: () => Date): Promise<OpenSandbox> {
  const sandbox = await openSandbox(options, now)
  currentSigningKey(sandbox)
  resumeRetries(sandbox)
  const app = routesOf(sandbox)
  return {
    sandbox,
    fetch: (request, environment) => app.fetch(request, environment),
    async close() {
      stopRetries(sandbox)
      stopMailEvents(sandbox)
      await sandbox.store.flush()
    },
  }
}
