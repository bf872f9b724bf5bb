import { type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { sandboxClient } from '../../scripts/testing/sandbox-client.ts'
import { adminSession } from './admin-session.ts'
import { listenFor } from './complaints.ts'
import { type Mailbox, mailboxOf } from './mailbox.ts'
import { meetPerson, newAddress, type Person, type World } from './person.ts'

export { expect } from '@playwright/test'

type Story = {
  /** The outside world: Plaid and the banks. */
  sandbox: ReturnType<typeof sandboxClient>
  mailbox: Mailbox
  /** Opens another browser, signed in nowhere unless the options say so. */
  openBrowser: (options?: BrowserContextOptions) => Promise<Page>
  world: World
  /** Somebody new, who has just signed in by mail. */
  person: Person
  /** Somebody else. */
  stranger: Person
  /** A page in the browser of the admin, who is signed in. */
  admin: Page
}

/** A story in the browser. `page` is signed in nowhere; a page that complains on its console fails the story. */
export const test = base.extend<Story>({
  page: async ({ page }, use) => {
    const complaints = listenFor(page.context())
    await use(page)
    complaints.assertNone()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  sandbox: ({}, use) => use(sandboxClient()),
  mailbox: ({ sandbox }, use) => use(mailboxOf(sandbox)),
  openBrowser: async ({ browser }, use) => {
    const closings: (() => Promise<void>)[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      const complaints = listenFor(context)
      closings.push(() => context.close().then(complaints.assertNone))
      return context.newPage()
    })
    for (const close of closings) await close()
  },
  world: ({ sandbox, mailbox, openBrowser, baseURL }, use) =>
    use({ relinkUrl: baseURL ?? '', sandbox, mailbox, openBrowser }),
  person: async ({ world }, use) => use(await meetPerson(newAddress('person'), world)),
  stranger: async ({ world }, use) => use(await meetPerson(newAddress('stranger'), world)),
  admin: async ({ openBrowser }, use, info) => use(await openBrowser({ storageState: adminSession(info) })),
})
