import type { Browser } from '@playwright/test'
import { mailboxOf } from '../../../e2e/stories/mailbox.ts'
import type { World } from '../../../e2e/stories/person.ts'
import type { Variables } from '../../stack/environment.ts'
import { step } from '../../stack/steps.ts'
import { startPostgresForTests } from '../../testing/postgres-for-tests.ts'
import { sandboxClient } from '../../testing/sandbox-client.ts'
import { startStack } from '../../testing/start-stack.ts'
import { createTestDatabase } from '../../testing/test-database.ts'

/** Two installations: `told` has a sentence of its own and an address for help, `strict` has neither. */
export type Worlds = { told: World; strict: World; close: () => Promise<void> }

const settings: Record<'told' | 'strict', Variables> = {
  told: {
    SUPPORT_EMAIL: 'help@fernway.example',
    RECONNECT_MEANWHILE: 'Until then your budget leaves this bank out, and bills from it are not paid by themselves.',
    RECONNECT_MEANWHILE_ES: 'Hasta entonces su presupuesto no incluye este banco y sus recibos no se pagan solos.',
    RECONNECT_MEANWHILE_FR:
      'D’ici là, votre budget ne tient pas compte de cette banque et ses factures ne se paient pas seules.',
  },
  strict: { RECONNECT_REQUIRES_SIGN_IN: 'true', RECONNECT_MODE: 'hosted' },
}

/** Starts both, each with a sandbox and a database of its own. */
export async function openWorlds(browser: Browser): Promise<Worlds> {
  const closers = [await startPostgresForTests()]
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne()
  }
  const open = async (name: keyof typeof settings): Promise<World> => {
    const databaseUrl = await createTestDatabase()
    // What stories do to a database, they do to this one.
    if (name === 'told') process.env.STORIES_DATABASE_URL = databaseUrl
    const start = () => startStack({ name: `gallery-${name}`, databaseUrl, env: settings[name] })
    const { app, sandbox: process_, stop } = await step(name, start, ({ app: { url } }) => url)
    closers.push(stop)
    const sandbox = sandboxClient(process_.url)
    const openBrowser: World['openBrowser'] = async (options) => (await browser.newContext(options)).newPage()
    return { relinkUrl: app.url, sandbox, mailbox: mailboxOf(sandbox), openBrowser }
  }
  try {
    return { told: await open('told'), strict: await open('strict'), close }
  } catch (error) {
    await close()
    throw error
  }
}
