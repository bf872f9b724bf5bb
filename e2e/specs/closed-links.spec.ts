import type { Page } from '@playwright/test'
import { expectAccessible } from '../stories/accessible.ts'
import { actWithReason, openBrokenItem } from '../stories/console.ts'
import { ageRepair, expireReconnectLinks } from '../stories/database.ts'
import { reconnectLinkIn } from '../stories/mailbox.ts'
import { expect, test } from '../stories/story.ts'

const reconnect = { name: 'Reconnect First Platypus Bank' }

test('a link that is older than a week has run out', async ({ page, person }) => {
  const { link, itemId } = await person.lose()
  await expireReconnectLinks(itemId)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link has run out' })).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByText('First Platypus Bank')).toHaveCount(0)
  await page.getByRole('link', { name: 'Sign in instead' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('a link that has put one thing right does not open the next', async ({ page, person, sandbox, mailbox }) => {
  const { link, itemId, plaidItemId } = await person.lose()
  await sandbox.repair(plaidItemId)
  await expectHealthy(page, link)
  await expectAccessible(page)
  await ageRepair(itemId)
  await sandbox.breakItem(plaidItemId)
  const next = reconnectLinkIn(await mailbox.waitForNotice(person.email, 2))
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link has done its work' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(next)
  await expect(page.getByRole('heading', reconnect)).toBeVisible()
})

test('a bank that breaks again within the hour is the same trouble: no second mail, and the link works again', async ({
  page,
  person,
  sandbox,
  mailbox,
}) => {
  const { link, plaidItemId } = await person.lose()
  await sandbox.repair(plaidItemId)
  await expectHealthy(page, link)
  await sandbox.breakItem(plaidItemId)
  await expect(async () => {
    await page.goto(link)
    await expect(page.getByRole('heading', reconnect)).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(await mailbox.notices(person.email)).toHaveLength(1)
})

test('a newer mail closes the link of the older one', async ({ page, person, admin, mailbox }) => {
  const { link } = await person.lose()
  await openBrokenItem(admin, person.email)
  await actWithReason(admin, 'Send now', 'The first one is lost.')
  const newer = reconnectLinkIn(await mailbox.waitForNotice(person.email, 2))
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'There is a newer link' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(newer)
  await expect(page.getByRole('button', { name: 'Continue to your bank' })).toBeVisible()
})

test('a mistyped link names no bank, and leads on', async ({ page, person }) => {
  const { link } = await person.lose()
  for (const address of [link.slice(0, -1), link.replace(/.{6}$/, 'AAAAAA')]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'This link isn’t whole' })).toBeVisible()
    await expect(page.getByText('First Platypus Bank')).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible()
  }
  await expectAccessible(page)
})

test('a mail scanner that opens the link first uses nothing up', async ({ page, person, request }) => {
  const { link } = await person.lose()
  for (const method of ['GET', 'HEAD']) expect((await request.fetch(link, { method })).status()).toBe(200)
  await page.goto(link)
  await expect(page.getByRole('button', { name: 'Continue to your bank' })).toBeVisible()
})

async function expectHealthy(page: Page, link: string): Promise<void> {
  await expect(async () => {
    await page.goto(link)
    await expect(page.getByRole('heading', { name: 'Nothing to do here' })).toBeVisible({ timeout: 500 })
  }).toPass()
}
