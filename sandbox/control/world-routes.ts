import { Hono } from 'hono'
import { z } from 'zod'
import { killLinkToken } from '../acts/link-session.ts'
import { setInstitutionDown } from '../acts/set-institution-down.ts'
import { startOver } from '../acts/start-over.ts'
import { openCallBook } from '../plaid/call-book.ts'
import { callLimitsSchema, productionCallLimits } from '../plaid/call-limits.ts'
import type { Sandbox } from '../sandbox.ts'
import { presentCalls, presentState } from './present-state.ts'
import { readControl } from './read-control.ts'

const likeProduction = z.strictObject({ like: z.literal('production') }).transform(() => productionCallLimits)
const limitsSchema = z.union([likeProduction, callLimitsSchema])
const upOrDown = z.object({ down: z.boolean() })
const whichLinkToken = z.object({ linkToken: z.string() })
const mailRefusal = z.object({
  status: z.number().int().min(400).max(599),
  name: z.string(),
  message: z.string(),
  times: z.number().int().positive().default(1),
})

/** What is there, and what concerns more than one Item. */
export function worldRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono().basePath('/control')
  routes.get('/state', (context) => context.json(presentState(sandbox)))
  routes.get('/calls', (context) => context.json(presentCalls(sandbox)))
  routes.post('/limits', async (context) => {
    sandbox.moods.callLimits = await readControl(context, limitsSchema)
    // What was counted under other limits says nothing about these.
    sandbox.moods.calls = openCallBook()
    return context.json({ limits: sandbox.moods.callLimits })
  })
  routes.post('/institutions/:id', async (context) => {
    const { down } = await readControl(context, upOrDown)
    setInstitutionDown(sandbox, context.req.param('id'), down)
    return context.json({ id: context.req.param('id'), down })
  })
  routes.post('/link-tokens/kill', async (context) => {
    killLinkToken(sandbox, (await readControl(context, whichLinkToken)).linkToken)
    return context.json({})
  })
  routes.post('/resend/accept-all', (context) => {
    sandbox.moods.mailRefusals.length = 0
    return context.json({ ok: true })
  })
  routes.post('/resend/refuse-next', async (context) => {
    sandbox.moods.mailRefusals.push(await readControl(context, mailRefusal))
    return context.json({ refusals: sandbox.moods.mailRefusals })
  })
  routes.post('/reset', (context) => {
    startOver(sandbox)
    return context.json({})
  })
  return routes
}
