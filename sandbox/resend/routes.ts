import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { cutConnection } from '../cut-connection.ts'
import type { Sandbox } from '../sandbox.ts'
import { ResendRefusal } from './refusal.ts'
import { sendEmail } from './send-email.ts'

const longestKey = 256

function requireApiKey(sandbox: Sandbox, authorization: string | undefined): void {
  const key = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
  if (!key) throw new ResendRefusal(401, 'missing_api_key', 'Missing API key in the authorization header.')
  if (key !== sandbox.options.resendApiKey) throw new ResendRefusal(403, 'invalid_api_key', 'API key is invalid')
}

/** Refuses when "refuse next mail" was asked for, as often as it was. */
function refuseOnRequest(sandbox: Sandbox): void {
  const [refusal] = sandbox.moods.mailRefusals
  if (!refusal) return
  refusal.times -= 1
  if (refusal.times <= 0) sandbox.moods.mailRefusals.shift()
  throw new ResendRefusal(refusal.status, refusal.name, refusal.message)
}

/** Lets the answer to a mail come late, or never, when that was asked for. */
async function disturb(sandbox: Sandbox, bindings: unknown): Promise<void> {
  const [disturbance] = sandbox.moods.mailDisturbances
  if (!disturbance) return
  disturbance.times -= 1
  if (disturbance.times <= 0) sandbox.moods.mailDisturbances.shift()
  await sleep(disturbance.waitMs)
  if (disturbance.isCut) cutConnection(bindings)
}

/** Resend's API, as far as sending needs it. */
export function resendRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono().basePath('/resend')
  routes.post('/emails', async (context) => {
    requireApiKey(sandbox, context.req.header('authorization'))
    const idempotencyKey = context.req.header('idempotency-key') ?? null
    if (idempotencyKey !== null && (idempotencyKey.length < 1 || idempotencyKey.length > longestKey)) {
      const message = 'The idempotency key must be between 1-256 chars.'
      throw new ResendRefusal(400, 'invalid_idempotency_key', message)
    }
    refuseOnRequest(sandbox)
    const body: unknown = await context.req.json().catch(() => null)
    const sent = sendEmail(sandbox, body, idempotencyKey)
    await disturb(sandbox, context.env)
    return context.json(sent)
  })
  return routes
}
