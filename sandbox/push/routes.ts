import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { readControl } from '../control/read-control.ts'
import { cutConnection } from '../cut-connection.ts'
import type { Sandbox } from '../sandbox.ts'
import { type PushDisturbance, pushDisturbanceSchema } from './push-disturbance.ts'
import { receivePush } from './receive.ts'
import { PushRefusal } from './refusal.ts'
import { subscribe } from './subscribe.ts'

const wish = z.object({ applicationServerKey: z.string().nullable().default(null) })
function takeDisturbance({ moods }: Sandbox): PushDisturbance | null {
  const [next] = moods.pushDisturbances
  if (!next) return null
  next.times -= 1
  if (next.times <= 0) moods.pushDisturbances.shift()
  return next
}

/** A push service, what it got, and how it behaves. */
export function pushRoutes(sandbox: Sandbox): Hono {
  const { state, changed } = sandbox.store
  const routes = new Hono()
  routes.post('/push/:id', async (context) => {
    const now = takeDisturbance(sandbox)
    if (now) await sleep(now.waitMs)
    if (now && now.status !== 201) throw new PushRefusal(now.status, 'refused on request', now.retryAfter)
    const message = await receivePush(sandbox, {
      subscriptionId: context.req.param('id'),
      headers: context.req.raw.headers,
      body: Buffer.from(await context.req.arrayBuffer()),
      origin: new URL(context.req.url).origin,
    })
    if (now?.isCut) cutConnection(context.env)
    return context.body(null, 201, { location: `/push/messages/${message.id}` })
  })
  routes.get('/push.json', (context) => context.json({ messages: state.pushMessages.toReversed() }))
  routes.delete('/push.json', (context) => {
    state.pushMessages = []
    changed()
    return context.json({ messages: [] })
  })
  return routes.route('/control/push', pushControlRoutes(sandbox))
}

function pushControlRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono()
  routes.post('/subscriptions', async (context) => {
    const { applicationServerKey } = await readControl(context, wish)
    const { id, p256dh, auth } = subscribe(sandbox, applicationServerKey)
    const endpoint = new URL(`/push/${id}`, context.req.url).href
    return context.json({ id, endpoint, keys: { p256dh, auth } })
  })
  routes.post('/subscriptions/:id/end', (context) => {
    const subscription = sandbox.store.state.pushSubscriptions[context.req.param('id')]
    if (!subscription) throw new HTTPException(404, { message: 'no such subscription' })
    subscription.isGone = true
    sandbox.store.changed()
    return context.json({ id: subscription.id, isGone: true })
  })
  routes.post('/disturb-next', async (context) => {
    sandbox.moods.pushDisturbances.push(await readControl(context, pushDisturbanceSchema))
    return context.json({ disturbances: sandbox.moods.pushDisturbances })
  })
  return routes
}
