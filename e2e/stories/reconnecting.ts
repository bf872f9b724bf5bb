import { expect, type Page } from '@playwright/test'
import { linkOn } from './link-dialog.ts'

/** The buttons and headings that most stories of the reconnect page meet. */
export const goOn = { name: 'Continue to your bank' }
export const connectedAgain = { name: 'You’re connected again' }
export const nothingToDo = { name: 'Nothing to do here' }

type SignIn = { username?: string; password: string }

/** Presses the page's button and signs in at a bank that asks for a password. */
export async function signInAtBank(page: Page, button: string = goOn.name): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await linkOn(page).signIn('user_good', 'pass_good')
}

/** Presses the page's button, is refused by the bank, and closes Link. */
export async function tryInVain(
  page: Page,
  button: string,
  signIn: SignIn = { password: 'pass_wrong' },
): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  const link = linkOn(page)
  await link.signIn(signIn.username ?? 'user_good', signIn.password)
  await expect(link.frame.getByRole('alert')).toBeVisible()
  await link.press('Close')
}

/** The page says something new, and whoever reads by ear or by keyboard is taken there. */
export async function expectSaid(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeFocused()
}

/** The accounts that the proof names, each as one line of text. */
export function accountsOn(page: Page) {
  return page.getByRole('list', { name: 'Your accounts, before and now' }).getByRole('listitem')
}
