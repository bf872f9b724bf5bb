import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { forge } from '../acts/forge.ts'
import { resendDelivery } from '../acts/resend-delivery.ts'
import type { Sandbox } from '../sandbox.ts'
import { flawSchema } from '../state/delivery.ts'
import { chaosSchema, openChaos } from '../webhooks/chaos.ts'
import { signBody } from '../webhooks/sign.ts'
import { signFlawed } from '../webhooks/sign-flawed.ts'
import { rotateSigningKey } from '../webhooks/signing-keys.ts'
import { readControl } from './read-control.ts'

const forgery = z.object({ url: z.url(), itemId: z.string().optional(), flaw: flawSchema })
const toSign = z.object({ body: z.string(), iat: z.number().int().optional(), flaw: flawSchema.optional() })
const manyToSign = z.object({ bodies: z.array(z.string()).max(20_000) })
const upOrDown = z.object({ down: z.boolean() })

/** Sends webhooks again, forges them, signs for tests, and meddles with the keys. */
export function webhookRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono().basePath('/control')
  routes.post('/deliveries/:id/resend', async (context) => {
    const delivery = await resendDelivery(sandbox, context.req.param('id'))
    if (!delivery) throw new HTTPException(404, { message: 'no such delivery, or a forged one' })
    return context.json(delivery)
  })
  routes.post('/forge', async (context) => {
    return context.json(await forge(sandbox, await readControl(context, forgery)))
  })
  routes.post('/sign', async (context) => {
    const { body, iat, flaw } = await readControl(context, toSign)
    const jwt = flaw ? await signFlawed(sandbox, body, flaw, iat) : await signBody(sandbox, body, iat)
    return context.json({ jwt })
  })
  routes.post('/sign-many', async (context) => {
    const { bodies } = await readControl(context, manyToSign)
    const jwts: string[] = []
    for (const body of bodies) jwts.push(await signBody(sandbox, body))
    return context.json({ jwts })
  })
  routes.post('/keys/rotate', (context) => context.json({ kid: rotateSigningKey(sandbox).kid }))
  routes.post('/keys/endpoint', async (context) => {
    sandbox.moods.keyEndpointDown = (await readControl(context, upOrDown)).down
    return context.json({ down: sandbox.moods.keyEndpointDown })
  })
  return routes.route('/chaos', chaosRoutes(sandbox))
}

function chaosRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono()
  const present = () => {
    const { chaos } = sandbox.moods
    const waiting = sandbox.store.state.deliveries.filter(({ nextAttemptAt }) => nextAttemptAt !== null).length
    return { settings: chaos?.settings ?? null, counts: chaos?.counts ?? null, waiting }
  }
  routes.get('/', (context) => context.json(present()))
  routes.post('/', async (context) => {
    sandbox.moods.chaos = openChaos(await readControl(context, chaosSchema))
    return context.json(present())
  })
  routes.delete('/', (context) => {
    sandbox.moods.chaos = null
    return context.json(present())
  })
  return routes
}
