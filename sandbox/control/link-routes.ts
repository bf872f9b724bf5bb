import { Hono } from 'hono'
import { z } from 'zod'
import { endAbandonedSession } from '../acts/end-link-session.ts'
import { killLinkToken } from '../acts/link-session.ts'
import { tellLinkEvents } from '../acts/tell-link-session.ts'
import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession, LinkToken } from '../state/link.ts'
import { readControl } from './read-control.ts'

/** One link token, or all those that repair an Item. */
const whichTokens = z.union([z.strictObject({ linkToken: z.string() }), z.strictObject({ itemId: z.string() })])
const onOrOff = z.object({ off: z.boolean() })

type WhichTokens = z.infer<typeof whichTokens>

function tokensOf(sandbox: Sandbox, which: WhichTokens): LinkToken[] {
  const tokens = Object.values(sandbox.store.state.linkTokens)
  const found = tokens.filter((token) =>
    'itemId' in which ? token.itemId === which.itemId : token.linkToken === which.linkToken,
  )
  if (found.length === 0) throw refuse('INVALID_LINK_TOKEN')
  return found
}

function sessionsOf(sandbox: Sandbox, which: WhichTokens): LinkSession[] {
  const names = new Set(tokensOf(sandbox, which).map(({ linkToken }) => linkToken))
  return Object.values(sandbox.store.state.linkSessions).filter(({ linkToken }) => names.has(linkToken))
}

/** What happens to Link while nobody looks: tokens die, sessions are abandoned, webhooks stay out or come again. */
export function linkControlRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono().basePath('/control')
  routes.post('/link-tokens/kill', async (context) => {
    const tokens = tokensOf(sandbox, await readControl(context, whichTokens))
    for (const { linkToken } of tokens) killLinkToken(sandbox, linkToken)
    return context.json({ killed: tokens.length })
  })
  routes.post('/link-sessions/abandon', async (context) => {
    const sessions = sessionsOf(sandbox, await readControl(context, whichTokens))
    const ended = sessions.filter((session) => endAbandonedSession(sandbox, session))
    return context.json({ ended: ended.length })
  })
  routes.post('/link-sessions/tell-events', async (context) => {
    const sessions = sessionsOf(sandbox, await readControl(context, whichTokens))
    const deliveries = sessions.map((session) => tellLinkEvents(sandbox, session))
    return context.json({ told: deliveries.filter((delivery) => delivery !== null).length })
  })
  routes.post('/link-webhooks', async (context) => {
    sandbox.moods.linkWebhooksOff = (await readControl(context, onOrOff)).off
    return context.json({ off: sandbox.moods.linkWebhooksOff })
  })
  return routes
}
