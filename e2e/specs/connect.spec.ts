import type { Page } from '@playwright/test'
import { blockWindows, linkOn } from '../stories/link-dialog.ts'
import { expect, test } from '../stories/story.ts'

const connect = { name: 'Connect a bank' }

async function expectTartanConnected(page: Page): Promise<void> {
  const link = linkOn(page)
  await link.press(/^Share \d accounts?$/)
  await link.press('Finish')
  await expect(page.getByRole('heading', { name: 'Your bank is working' })).toBeVisible()
  await expect(page.getByRole('article', { name: 'Tartan Bank' })).toBeVisible()
}

test('a bank with a sign-in page of its own is connected by way of that page', async ({ person }) => {
  const page = await person.open('/dashboard')
  await page.getByRole('button', connect).click()
  const link = linkOn(page)
  await link.chooseBank('Tartan Bank')
  const bank = await link.goToBank('Tartan Bank')
  await bank.getByRole('button', { name: 'Allow' }).click()
  await expectTartanConnected(page)
  expect(bank.isClosed()).toBe(true)
})

test('where the browser opens no window, the bank has the whole tab, and comes back', async ({ person }) => {
  const page = await person.open('/dashboard')
  await blockWindows(page)
  await page.reload()
  await page.getByRole('button', connect).click()
  const link = linkOn(page)
  await link.chooseBank('Tartan Bank')
  await link.press('Continue to Tartan Bank')
  await page.getByRole('button', { name: 'Allow' }).click()
  await expectTartanConnected(page)
})

test('a person who has closed the first tab goes on in the bank’s own window', async ({ person }) => {
  const page = await person.open('/dashboard')
  await page.getByRole('button', connect).click()
  const link = linkOn(page)
  await link.chooseBank('Tartan Bank')
  const bank = await link.goToBank('Tartan Bank')
  await expect(bank.getByRole('heading', { name: 'Tartan Bank asks you' })).toBeVisible()
  await page.close()
  await bank.getByRole('button', { name: 'Allow' }).click()
  await expectTartanConnected(bank)
})

test('closing the bank’s window is said in Link, and the way on stays', async ({ person }) => {
  const page = await person.open('/dashboard')
  await page.getByRole('button', connect).click()
  const link = linkOn(page)
  await link.chooseBank('Tartan Bank')
  await (await link.goToBank('Tartan Bank')).close()
  await expect(link.frame.getByRole('alert')).toContainText('closed before you answered')
  const bank = await link.goToBank('Tartan Bank')
  await bank.getByRole('button', { name: 'Allow' }).click()
  await expectTartanConnected(page)
})

test('where Link’s script is blocked, the dashboard says so and the button stays', async ({ person }) => {
  const page = await person.open('/dashboard')
  await page.route('**/link-initialize.js', (route) => route.abort())
  await page.getByRole('button', connect).click()
  await expect(page.getByRole('status').filter({ hasText: 'ad blocker' })).toBeVisible()
  await page.unroute('**/link-initialize.js')
  await page.getByRole('button', connect).click()
  await expect(linkOn(page).heading('Choose a bank')).toBeVisible()
  await linkOn(page).press('Close')
  await expect(page.getByRole('button', connect)).toBeFocused()
})
