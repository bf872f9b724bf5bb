import { linkOn } from '../stories/link-dialog.ts'
import { expect, test } from '../stories/story.ts'

const connect = { name: 'Connect a bank' }

test('a bank with a sign-in page of its own is connected by way of that page', async ({ person }) => {
  const page = await person.open('/dashboard')
  await page.getByRole('button', connect).click()
  const link = linkOn(page)
  await link.chooseBank('Tartan Bank')
  await link.press('Continue to Tartan Bank')
  await page.getByRole('button', { name: 'Allow' }).click()
  await link.press(/^Share \d accounts?$/)
  await link.press('Finish')
  await expect(page.getByRole('heading', { name: 'Your bank is working' })).toBeVisible()
  await expect(page.getByRole('article', { name: 'Tartan Bank' })).toBeVisible()
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
