import { expect, type Page } from '@playwright/test'

/** Finds a person's broken bank in the console's list, as an admin does, and opens its page. */
export async function openBrokenItem(admin: Page, email: string): Promise<void> {
  await admin.goto('/admin')
  await admin.getByRole('searchbox', { name: 'Search broken Items' }).fill(email)
  await admin.getByRole('button', { name: 'Search' }).click()
  await admin.getByRole('link', { name: email }).click()
  await expect(admin.getByRole('heading', { name: email, level: 1 })).toBeVisible()
}

/** What happened to the Item whose page is open, newest first. */
export function timelineOf(admin: Page) {
  return admin.getByRole('list', { name: 'Timeline' })
}
