import { expect, type Locator, type Page } from '@playwright/test'

/** Finds a person's broken bank in the console's list, as an admin does, and opens its page. */
export async function openBrokenItem(admin: Page, email: string): Promise<void> {
  await searchBrokenItems(admin, email)
  await admin.getByRole('link', { name: email }).click()
  await expect(admin.getByRole('heading', { name: email, level: 1 })).toBeVisible()
}

/** Looks for a person in the console's list of broken Items. */
export async function searchBrokenItems(admin: Page, email: string): Promise<void> {
  await admin.goto('/admin')
  await admin.getByRole('searchbox', { name: 'Search broken Items' }).fill(email)
  await admin.getByRole('button', { name: 'Search' }).click()
  await expect(admin).toHaveURL(/\?q=/)
}

/** What happened to the Item whose page is open: its entries of one sort. */
export function entriesOf(admin: Page, sort: string): Locator {
  return admin.getByRole('list', { name: 'Timeline' }).getByRole('listitem').filter({ hasText: sort })
}

/** Has an admin do something to an Item's messages that wants a reason: by the button, then in its dialog. */
export async function actWithReason(admin: Page, button: string, reason: string): Promise<void> {
  await admin.getByRole('group', { name: 'Messages' }).getByRole('button', { name: button }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason)
  await dialog.getByRole('button', { name: new RegExp(`^${button}`) }).click()
  await expect(dialog).toBeHidden()
}
