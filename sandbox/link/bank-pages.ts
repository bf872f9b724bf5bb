import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { requireLinkSession } from '../acts/find.ts'
import { decideOAuth, findOAuthSession } from '../acts/oauth.ts'
import { PlaidRefusal } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { answeredPage, askingPage, lostPage } from './bank-page.ts'
import { returnAddress } from './bank-trip.ts'

/** A form tells nothing of ticks where none is set, the single one as text, and several as a list. */
const tickedSchema = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((ticked = []) => [ticked].flat())

const decisionSchema = z.object({
  oauth_state_id: z.string(),
  decision: z.enum(['granted', 'refused']),
  account_id: tickedSchema,
})

/** The person sees a page, whatever went wrong: an old address, a bank that is down. */
async function orLost(c: Context, answer: () => Promise<Response> | Response): Promise<Response> {
  try {
    return await answer()
  } catch (refusal) {
    if (!(refusal instanceof PlaidRefusal)) throw refusal
    return c.html(lostPage(refusal.body), refusal.status)
  }
}

/** The bank's own page, as with OAuth: the person leaves Link, decides there, and is sent back. */
export function bankPages(sandbox: Sandbox): Hono {
  const app = new Hono()
  app.get('/link/oauth-bank', (c) =>
    orLost(c, () => {
      const session = findOAuthSession(sandbox, c.req.query('oauth_state_id') ?? '')
      return c.html(askingPage(sandbox, session))
    }),
  )
  app.post('/link/oauth-bank', (c) =>
    orLost(c, async () => {
      const form = decisionSchema.parse(await c.req.parseBody({ all: true }))
      const { linkToken } = requireLinkSession(sandbox, findOAuthSession(sandbox, form.oauth_state_id).linkSessionId)
      const accountIds = linkToken.itemId === null ? null : form.account_id
      const session = decideOAuth(sandbox, form.oauth_state_id, form.decision, accountIds)
      return c.html(answeredPage(returnAddress(session, linkToken, new URL(c.req.url).origin)))
    }),
  )
  return app
}
