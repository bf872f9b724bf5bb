import type { FrameLocator, Locator, Page } from '@playwright/test'

/** What a person can do in Link while it is open on a page. */
export type LinkDialog = {
  /** Where Link is, for what stands in it. */
  frame: Pick<FrameLocator, 'getByRole' | 'getByLabel'>
  heading: (name: string | RegExp) => Locator
  chooseBank: (name: string) => Promise<void>
  signIn: (username: string, password: string) => Promise<void>
  typeCode: (code: string) => Promise<void>
  press: (button: string | RegExp) => Promise<void>
  /** Goes on at a bank with a page of its own; answers the window in which it opens. */
  goToBank: (name: string) => Promise<Page>
}

/** Whoever reads mail in an app often has a browser that opens no windows. */
export function blockWindows(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    window.open = () => null
  })
}

/** The Link dialog over a page. */
export function linkOn(page: Page): LinkDialog {
  return linkIn(page, page.getByTitle('Sandbox Link').contentFrame())
}

/** Link as a hosted page, without a frame. */
export function linkOnItsOwnPage(page: Page): LinkDialog {
  return linkIn(page, page)
}

function linkIn(page: Page, frame: LinkDialog['frame']): LinkDialog {
  const press = (name: string | RegExp) => frame.getByRole('button', { name }).click()
  return {
    frame,
    heading: (name) => frame.getByRole('heading', { name }),
    chooseBank: (name) => frame.getByRole('button', { name, exact: true }).click(),
    signIn: async (username, password) => {
      await frame.getByRole('textbox', { name: 'Username' }).fill(username)
      await frame.getByLabel('Password', { exact: true }).fill(password)
      await frame.getByRole('button', { name: 'Sign in', exact: true }).click()
    },
    typeCode: async (code) => {
      await frame.getByRole('textbox', { name: 'Code' }).fill(code)
      await press('Go on')
    },
    press,
    goToBank: async (name) => {
      const bank = page.waitForEvent('popup')
      await press(`Continue to ${name}`)
      return bank
    },
  }
}
