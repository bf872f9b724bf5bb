import { Hono } from 'hono'
import type { Sandbox } from '../sandbox.ts'
import type { LinkToken } from '../state/link.ts'
import { closedHostedPage, hostedPage } from './hosted-page.ts'

function wasUsed(sandbox: Sandbox, { linkToken }: LinkToken): boolean {
  const sessions = Object.values(sandbox.store.state.linkSessions)
  return sessions.some((session) => session.linkToken === linkToken && session.finishedAt !== null)
}

/** Hosted Link: the pages behind `hosted_link_url`. Each serves one session to its end, or until it runs out. */
export function hostedPages(sandbox: Sandbox): Hono {
  const app = new Hono()
  app.get('/link/hosted/:id', (c) => {
    const tokens = Object.values(sandbox.store.state.linkTokens)
    const token = tokens.find(({ hosted }) => hosted?.id === c.req.param('id'))
    if (!token?.hosted) return c.html(closedHostedPage('unknown'), 404)
    if (token.dead && wasUsed(sandbox, token)) return c.html(closedHostedPage('used'), 410)
    if (token.dead || new Date(token.expiresAt) <= sandbox.now()) return c.html(closedHostedPage('expired'), 410)
    return c.html(hostedPage(token.linkToken, token.hosted.completionRedirectUri))
  })
  return app
}
