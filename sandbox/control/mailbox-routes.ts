import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import { unsubscribe } from '../acts/unsubscribe.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Mail } from '../state/mail.ts'

/** Links in the mail leave the frame that shows it. */
const baseTag = '<base target="_blank">'

async function mailAsPage(mail: Mail): Promise<string> {
  if (mail.html === null) return String(await html`<!doctype html>${raw(baseTag)}<pre>${mail.text ?? ''}</pre>`)
  return /<head[^>]*>/i.test(mail.html)
    ? mail.html.replace(/<head[^>]*>/i, (head) => head + baseTag)
    : baseTag + mail.html
}

function isFor(mail: Mail, address: string): boolean {
  return mail.to.some((to) => to.toLowerCase().includes(address.toLowerCase()))
}

/** The mails that were sent, newest first, and each as it is rendered. */
export function mailboxRoutes(sandbox: Sandbox): Hono {
  const { state, changed } = sandbox.store
  const routes = new Hono()
  routes.get('/mailbox.json', (context) => {
    const address = context.req.query('to')
    const mails = address ? state.mails.filter((mail) => isFor(mail, address)) : state.mails
    return context.json({ mails: mails.toReversed() })
  })
  routes.delete('/mailbox.json', (context) => {
    state.mails = []
    changed()
    return context.json({ mails: [] })
  })
  routes.post('/mailbox/:id/unsubscribe', async (context) => {
    const mail = state.mails.find((candidate) => candidate.id === context.req.param('id'))
    if (!mail) return context.notFound()
    return context.json(await unsubscribe(mail))
  })
  routes.get('/mailbox/:id/html', async (context) => {
    const mail = state.mails.find((candidate) => candidate.id === context.req.param('id'))
    if (!mail) return context.notFound()
    context.header('content-security-policy', "script-src 'none'")
    return context.html(await mailAsPage(mail))
  })
  return routes
}
