import type { Page } from '@playwright/test'
import { expectAccessible } from '../stories/accessible.ts'
import { blockWindows, linkOn, linkOnItsOwnPage } from '../stories/link-dialog.ts'
import { firstPlatypus, tartan } from '../stories/person.ts'
import { plaidCaller } from '../stories/plaid-caller.ts'
import { expect, test } from '../stories/story.ts'

test('a hosted page sends the person on after a repair, and serves once @phone', async ({ page, sandbox }) => {
  const completion_redirect_uri = `${sandbox.url}/mailbox`
  const address = await plaidCaller(sandbox.url).hostedPage(firstPlatypus.institutionId, { completion_redirect_uri })
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Sign in to First Platypus Bank' })).toBeVisible()
  await expectAccessible(page)
  await linkOnItsOwnPage(page).signIn('user_good', 'pass_good')
  await expect(page).toHaveURL(completion_redirect_uri)
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'This page was used' })).toBeVisible()
  await expectAccessible(page)
})

test('a hosted page that leads nowhere says that it may be closed', async ({ page, sandbox }) => {
  await page.goto(await plaidCaller(sandbox.url).hostedPage(firstPlatypus.institutionId))
  await linkOnItsOwnPage(page).press('Close')
  await expect(page.getByRole('heading', { name: 'You left' })).toBeVisible()
  await expectAccessible(page)
})

test('a hosted page leads to the bank and back in the one tab where no window opens @phone', async ({
  page,
  sandbox,
}) => {
  await blockWindows(page)
  await page.goto(await plaidCaller(sandbox.url).hostedPage(tartan.institutionId))
  await linkOnItsOwnPage(page).press('Continue to Tartan Bank')
  await expect(page.getByRole('checkbox', { name: 'Travel Card' })).toBeChecked()
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('heading', { name: 'All done' })).toBeVisible()
})

/** Starts Link as a page of the time before link tokens did, and says how it ended. */
function startWithPublicKey(page: Page, config: { key: string; token: string }): Promise<string> {
  return page.evaluate((given) => {
    const outside = window as unknown as { Plaid: { create: (options: object) => { open: () => void } } }
    return new Promise<string>((resolve) => {
      const onSuccess = () => resolve('success')
      const onExit = (error: { error_code: string } | null) => resolve(error?.error_code ?? 'left')
      const old = { env: 'sandbox', clientName: 'Fernway', product: ['transactions'] }
      outside.Plaid.create({ ...old, ...given, onSuccess, onExit }).open()
    })
  }, config)
}

test('a page with the public key repairs the Item of a public token, once', async ({ page, sandbox }) => {
  const token = await plaidCaller(sandbox.url).publicToken(firstPlatypus.institutionId)
  await page.goto(`${sandbox.url}/mailbox`)
  await page.addScriptTag({ url: '/link-initialize.js' })
  expect(await startWithPublicKey(page, { key: 'another', token })).toBe('PUBLIC_KEY_NOT_ENABLED')
  const repair = startWithPublicKey(page, { key: 'sandbox-public-key', token })
  await linkOn(page).signIn('user_good', 'pass_good')
  expect(await repair).toBe('success')
  expect(await startWithPublicKey(page, { key: 'sandbox-public-key', token })).toBe('INVALID_PUBLIC_TOKEN')
})
