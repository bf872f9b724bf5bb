import { randomBytes } from 'node:crypto'
import { type APIRequestContext, type BrowserContextOptions, expect, type Page, request } from '@playwright/test'
import { z } from 'zod'
import type { sandboxClient } from '../../scripts/testing/sandbox-client.ts'
import { type Mailbox, reconnectLinkIn } from './mailbox.ts'

export type Bank = { institutionId: string; name: string }

export const firstPlatypus = { institutionId: 'ins_109508', name: 'First Platypus Bank' }
export const tartan = { institutionId: 'ins_109511', name: 'Tartan Bank' }
export const gingham = { institutionId: 'ins_109509', name: 'Gingham Credit Union' }
export const houndstooth = { institutionId: 'ins_109512', name: 'Houndstooth Bank' }
export const northfield = { institutionId: 'ins_sandbox_1', name: 'Northfield & Marlow Teachers’ Federal Credit Union' }
export const coastline = { institutionId: 'ins_sandbox_2', name: 'Coastline Savings' }

/** The world in which a person is met: one stack, and how to open a browser. */
export type World = {
  relinkUrl: string
  sandbox: ReturnType<typeof sandboxClient>
  mailbox: Mailbox
  openBrowser: (options?: BrowserContextOptions) => Promise<Page>
}

/** A connected bank, by our id and by Plaid's. */
export type ConnectedBank = { itemId: string; plaidItemId: string }

export type Person = {
  email: string
  /** Asks Relink as this person's browser would. */
  request: APIRequestContext
  /** Opens a page of Relink in this person's browser. */
  open: (path: string) => Promise<Page>
  /** Connects a bank without showing how; the first story shows it. */
  connect: (bank?: Bank) => Promise<ConnectedBank>
  /** Connects a bank, lets it break and waits for the mail; `link` is where its button leads. */
  lose: (bank?: Bank, how?: { errorCode?: string }) => Promise<ConnectedBank & { link: string }>
}

const Connected = z.object({ itemId: z.string() })

/** An address that nobody had before. */
export function newAddress(name: string): string {
  return `${name}-${randomBytes(4).toString('hex')}@example.org`
}

/** Signs somebody in by the mailed link, without a browser: stories that are not about signing in begin after it. */
export async function meetPerson(email: string, world: World): Promise<Person> {
  const { relinkUrl, sandbox, mailbox, openBrowser } = world
  const browser = await signInByForm(email, world)
  const connect = async ({ institutionId }: Bank = firstPlatypus) => {
    const webhook = `${relinkUrl}/api/plaid/webhook`
    const { publicToken, itemId: plaidItemId } = await sandbox.createItem({ institutionId, webhook })
    const answer = await browser.post('/api/items', { data: { publicToken } })
    return { plaidItemId, ...Connected.parse(await answer.json()) }
  }
  return {
    email,
    request: browser,
    open: async (path) => {
      const page = await openBrowser({ storageState: await browser.storageState() })
      await page.goto(`${relinkUrl}${path}`)
      return page
    },
    connect,
    lose: async (bank, how) => {
      const before = await mailbox.notices(email)
      const connected = await connect(bank)
      await sandbox.breakItem(connected.plaidItemId, how)
      return { ...connected, link: reconnectLinkIn(await mailbox.waitForNotice(email, before.length + 1)) }
    },
  }
}

/** The sign-in form works without script, so plain HTTP can fill it in. */
async function signInByForm(email: string, { relinkUrl, mailbox }: World): Promise<APIRequestContext> {
  // A network of its own, because one network may ask for so many links only.
  const network = `2001:db8::${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}`
  const extraHTTPHeaders = { origin: relinkUrl, 'x-forwarded-for': network }
  const browser = await request.newContext({ baseURL: relinkUrl, extraHTTPHeaders })
  const form = await (await browser.get('/sign-in')).text()
  const asked = await browser.post('/sign-in', { multipart: { ...hiddenFields(form), email } })
  expect(asked.url()).toBe(`${relinkUrl}/sign-in/check-mail`)
  const confirmPage = new URL(await mailbox.signInLink(email))
  await browser.get(confirmPage.searchParams.get('to') ?? '')
  return browser
}

function hiddenFields(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]))
}
