import { Hono } from 'hono'
import { z } from 'zod'
import type { Sandbox } from '../sandbox.ts'
import { mailOutcomeSchema } from '../state/mail.ts'
import { readControl } from './read-control.ts'

const times = z.number().int().positive().default(1)
const refusal = z.object({ status: z.number().int().min(400).max(599), name: z.string(), message: z.string(), times })
const outcome = z.object({ outcome: mailOutcomeSchema, times })
/** `waitMs` before the answer comes; `isCut`: it never comes, although the mail was taken. */
const disturbance = z.object({ waitMs: z.number().int().min(0).default(0), isCut: z.boolean().default(false), times })

/** How Resend behaves for the next mails, and what it has told of those before. */
export function resendControlRoutes(sandbox: Sandbox): Hono {
  const { moods } = sandbox
  const routes = new Hono().basePath('/control/resend')
  routes.post('/accept-all', (context) => {
    moods.mailRefusals.length = 0
    moods.mailOutcomes.length = 0
    moods.mailDisturbances.length = 0
    return context.json({ ok: true })
  })
  routes.post('/refuse-next', async (context) => {
    moods.mailRefusals.push(await readControl(context, refusal))
    return context.json({ refusals: moods.mailRefusals })
  })
  routes.post('/next-outcome', async (context) => {
    moods.mailOutcomes.push(await readControl(context, outcome))
    return context.json({ outcomes: moods.mailOutcomes })
  })
  routes.post('/disturb-next', async (context) => {
    moods.mailDisturbances.push(await readControl(context, disturbance))
    return context.json({ disturbances: moods.mailDisturbances })
  })
  routes.get('/events', (context) => context.json({ events: sandbox.store.state.mailEvents.toReversed() }))
  return routes
}
