import { Hono } from 'hono'
import { z } from 'zod'
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
  routes.post('/reset', (context) => {
    startOver(sandbox)
    return context.json({})
  })
  return routes
}
