import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { decideOAuth, findOAuthSession, startOAuth } from '../acts/oauth.ts'
import { PlaidRefusal } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession } from '../state/link.ts'
import { askingPage, closedPage, lostPage } from './bank-page.ts'

const decisionSchema = z.object({ oauth_state_id: z.string(), decision: z.enum(['granted', 'refused']) })

/** Where the bank sends the person back to; null when its page stands in a window of its own. */
function wayBack(sandbox: Sandbox, session: LinkSession): string | null {
  const redirectUri = sandbox.store.state.linkTokens[session.linkToken]?.redirectUri
  if (!redirectUri || !session.oauthStateId) return null
  const url = new URL(redirectUri)
  url.searchParams.set('oauth_state_id', session.oauthStateId)
  return url.href
}

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
  app.get('/link/oauth-start', (c) =>
    orLost(c, () => {
      const { oauthStateId } = startOAuth(sandbox, c.req.query('link_session_id') ?? '')
      return c.redirect(`/link/oauth-bank?oauth_state_id=${oauthStateId}`)
    }),
  )
  app.get('/link/oauth-bank', (c) =>
    orLost(c, () => {
      const session = findOAuthSession(sandbox, c.req.query('oauth_state_id') ?? '')
      return c.html(askingPage(sandbox, session))
    }),
  )
  app.post('/link/oauth-bank', (c) =>
    orLost(c, async () => {
      const { oauth_state_id, decision } = decisionSchema.parse(await c.req.parseBody())
      const session = decideOAuth(sandbox, oauth_state_id, decision)
      const back = wayBack(sandbox, session)
      return back ? c.redirect(back, 303) : c.html(closedPage())
    }),
  )
  return app
}
