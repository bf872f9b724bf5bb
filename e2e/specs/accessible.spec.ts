import { expectAccessible } from '../stories/accessible.ts'
import { actWithReason, openBrokenItem, searchBrokenItems } from '../stories/console.ts'
import { linkOn } from '../stories/link-dialog.ts'
import { coastline, firstPlatypus, gingham, houndstooth, northfield, tartan } from '../stories/person.ts'
import { expect, test } from '../stories/story.ts'

test.describe.configure({ timeout: 120_000 })

// The first, while the sandbox has little to show.
test('axe finds nothing on the sandbox’s own pages, and in a mail', async ({ page, person, sandbox, mailbox }) => {
  await person.lose()
  await page.goto(sandbox.url)
  await expect(page.getByRole('heading', { name: 'Items' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${sandbox.url}/mailbox`)
  await page
    .getByRole('button', { name: `to ${person.email}` })
    .first()
    .click()
  await expectAccessible(page)
  await page.goto(mailbox.addressOf(await mailbox.waitForNotice(person.email)))
  await expectAccessible(page, { without: ['landmark-one-main', 'region'] }) // the mail program has the landmarks
})

test('axe finds nothing on the pages that are open to everybody', async ({ page }) => {
  for (const path of ['/', '/sign-in', '/sign-in?error=Verification', '/sign-in/confirm', '/link/oauth', '/nowhere']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

test('axe finds nothing on the way of signing in', async ({ page, person, mailbox }) => {
  await page.goto('/sign-in')
  const field = page.getByRole('textbox', { name: 'E-mail' })
  await field.fill('nobody')
  await field.press('Enter')
  await expect(page.getByText('Please check the address.')).toBeVisible()
  await expectAccessible(page)
  await field.fill(person.email)
  await field.press('Enter')
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(await mailbox.signInLink(person.email))
  await expectAccessible(page)
})

test('axe finds nothing on the dashboard, without a bank and with one in each state @phone', async ({
  person,
  sandbox,
  mailbox,
}) => {
  const page = await person.open('/dashboard')
  await expectAccessible(page)
  await page.getByRole('button', { name: /your account/ }).click()
  await expectAccessible(page)

  await person.connect()
  await person.lose(gingham)
  await person.lose(tartan, { errorCode: 'ACCESS_NOT_GRANTED' })
  const ending = await person.connect(northfield)
  await sandbox.announceDisconnect(ending.plaidItemId)
  const revoked = await person.connect(coastline)
  await sandbox.revoke(revoked.plaidItemId)
  await mailbox.waitForNotice(person.email, 4)
  const unsupported = await person.connect(houndstooth)
  await sandbox.breakItem(unsupported.plaidItemId, { errorCode: 'ITEM_NOT_SUPPORTED' })
  await expect(async () => {
    await page.goto('/dashboard')
    await expect(page.getByText('Can’t be reconnected', { exact: true })).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(page.getByRole('heading', { name: 'Two banks need you' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(6)
  await expectAccessible(page)
})

test('axe finds nothing on reconnect pages that are open, whatever they ask for', async ({ page, person }) => {
  for (const [errorCode, heading] of [
    ['ITEM_LOGIN_REQUIRED', `Reconnect ${firstPlatypus.name}`],
    ['ITEM_LOCKED', 'First, a step at your bank'],
    ['ACCESS_NOT_GRANTED', `Reconnect ${firstPlatypus.name}`],
    ['USER_PERMISSION_REVOKED', `You stopped sharing ${firstPlatypus.name}`],
    ['ITEM_NOT_SUPPORTED', `${firstPlatypus.name} can’t be reconnected`],
  ]) {
    const { link } = await person.lose(firstPlatypus, { errorCode })
    await page.goto(link)
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

test('axe finds nothing on the way of reconnecting @phone', async ({ page, person }) => {
  const { link } = await person.lose()
  let mayCheck = () => {}
  const held = new Promise<void>((resolve) => {
    mayCheck = resolve
  })
  await page.route('**/confirm', (route) => held.then(() => route.continue()))
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Reconnect First Platypus Bank' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Continue to your bank' }).click()
  await linkOn(page).press('Close')
  await expect(page.getByRole('heading', { name: 'Not finished yet' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Continue to your bank' }).click()
  await linkOn(page).signIn('user_good', 'pass_good')
  await expect(page.getByRole('heading', { name: 'Now we ask your bank' })).toBeVisible()
  await expectAccessible(page)
  mayCheck()
  await expect(page.getByRole('heading', { name: 'You’re connected again' })).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing in the console @phone', async ({ admin, person, isMobile }) => {
  await person.lose()
  await searchBrokenItems(admin, person.email)
  await expectAccessible(admin)
  if (isMobile) {
    await admin.getByRole('button', { name: 'Menu' }).click()
    await expectAccessible(admin)
    await admin.keyboard.press('Escape')
  }
  await searchBrokenItems(admin, 'nobody-has-this')
  await expect(admin.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await expectAccessible(admin)
  await openBrokenItem(admin, person.email)
  await actWithReason(admin, 'Send now', 'She asked for a new link.')
  await expect(admin.getByText('Message queued.')).toBeVisible()
  await expectAccessible(admin)
  await admin.goto('/admin/items/nowhere')
  await expectAccessible(admin)
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in Link by ${theme}`, async ({ openBrowser, person }) => {
    const reader = await person.open('/dashboard')
    const page = await openBrowser({ colorScheme: theme, storageState: await reader.context().storageState() })
    await page.goto('/dashboard')
    await page.getByRole('button', { name: 'Connect a bank' }).click()
    const link = linkOn(page)
    await expect(link.heading('Choose a bank')).toBeVisible()
    await expectAccessible(page, { themes: [theme] })
    await link.chooseBank(northfield.name)
    await link.signIn('user_good', 'pass_wrong')
    await expect(link.frame.getByRole('alert')).toBeVisible()
    await expectAccessible(page, { themes: [theme] })
    await link.signIn('user_good', 'error_ITEM_LOCKED')
    await expect(link.heading('This sign-in is locked')).toBeVisible()
    await expectAccessible(page, { themes: [theme] })
    await link.press('Try again')
    await link.signIn('user_good', 'pass_good')
    await link.typeCode('0000')
    await expect(link.frame.getByRole('alert')).toBeVisible()
    await expectAccessible(page, { themes: [theme] })
    await link.typeCode('1234')
    await expect(link.heading('What to share')).toBeVisible()
    await expectAccessible(page, { themes: [theme] })
    await link.press(/^Share/)
    await expect(link.heading('Success')).toBeVisible()
    await expectAccessible(page, { themes: [theme] })
    await link.press('Finish')
    await expect(page.getByRole('heading', { name: 'Your bank is working' })).toBeVisible()

    await page.getByRole('button', { name: 'Connect a bank' }).click()
    await link.chooseBank(tartan.name)
    await expect(link.heading('Go on at Tartan Bank')).toBeVisible()
    await expectAccessible(page, { themes: [theme] })
    const bank = await link.goToBank(tartan.name)
    await expect(bank.getByRole('heading', { name: 'Tartan Bank asks you' })).toBeVisible()
    await expectAccessible(bank, { themes: [theme] })
  })
}
