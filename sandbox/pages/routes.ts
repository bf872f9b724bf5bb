import { Hono } from 'hono'
import { oneClickUrl } from '../acts/unsubscribe.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Mail } from '../state/mail.ts'
import { mailboxPage } from './mailbox-page.ts'
import { playPage } from './play-page.ts'
import { serveFolder } from './serve-folder.ts'

const assets = new URL('./assets/', import.meta.url)

/** The mail's head as a mail program shows it, then the headers that Relink set. */
function presentHeaders(mail: Mail): Record<string, string> {
  return {
    From: mail.from,
    To: mail.to.join(', '),
    ...(mail.replyTo.length > 0 ? { 'Reply-To': mail.replyTo.join(', ') } : {}),
    Subject: mail.subject,
    Date: mail.at,
    ...mail.headers,
    ...(mail.idempotencyKey ? { 'Idempotency-Key': mail.idempotencyKey } : {}),
  }
}

/** The pages that a person plays with, what they are made of, and the light lists they ask for every second. */
export function pageRoutes(sandbox: Sandbox): Hono {
  const app = new Hono()
  const mails = () => sandbox.store.state.mails
  app.get('/', (c) => c.html(playPage(sandbox.options.appUrl)))
  app.get('/mailbox', (c) => c.html(mailboxPage()))
  app.get('/mailbox/list.json', (c) =>
    c.json({
      mails: mails()
        .toReversed()
        .map((mail) => ({
          id: mail.id,
          to: mail.to,
          subject: mail.subject,
          at: mail.at,
          unsubscribeUrl: oneClickUrl(mail),
        })),
    }),
  )
  app.get('/mailbox/:file{.+\\.json}', (c) => {
    const id = c.req.param('file').slice(0, -'.json'.length)
    const mail = mails().find((candidate) => candidate.id === id)
    return mail ? c.json({ ...mail, headers: presentHeaders(mail) }) : c.notFound()
  })
  app.get('/assets/*', serveFolder('/assets/', assets))
  return app
}
