import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { serveFolder } from '../pages/serve-folder.ts'
import type { Sandbox } from '../sandbox.ts'
import { bankPages } from './bank-pages.ts'
import { dialogPage } from './dialog-page.ts'
import { hostedPages } from './hosted-pages.ts'
import { personActSchema, startSchema } from './person-act.ts'
import { runAct, startSession } from './run-session.ts'

const browserFiles = new URL('./browser/', import.meta.url)

/** Link's script, its dialog, the JSON that the dialog speaks, hosted pages, and the bank's own page. */
export function linkRoutes(sandbox: Sandbox): Hono {
  const app = new Hono()

  app.get('/link-initialize.js', async (c) =>
    c.body(await readFile(new URL('link-initialize.js', browserFiles)), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
    }),
  )
  app.get('/link/browser/*', serveFolder('/link/browser/', browserFiles))
  app.get('/link/dialog', (c) => c.html(dialogPage(c.req.query('theme'))))

  app.post('/link/session/start', async (c) => {
    const start = startSchema.safeParse(await c.req.json())
    return start.success ? c.json(startSession(sandbox, start.data)) : c.json({ error: start.error.message }, 400)
  })
  app.post('/link/session/:id/:act', async (c) => {
    const act = personActSchema.safeParse({ ...(await c.req.json()), name: c.req.param('act') })
    return act.success
      ? c.json(runAct(sandbox, c.req.param('id'), act.data))
      : c.json({ error: act.error.message }, 400)
  })
  app.route('/', bankPages(sandbox))
  app.route('/', hostedPages(sandbox))
  return app
}
