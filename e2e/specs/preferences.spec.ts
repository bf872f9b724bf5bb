import type { Page } from '@playwright/test'
import { expectAccessible } from '../stories/accessible.ts'
import { entriesOf, openBrokenItem } from '../stories/console.ts'
import { ageRepair } from '../stories/database.ts'
import { giveBrowserPush } from '../stories/push-browser.ts'
import { expect, test } from '../stories/story.ts'

const emailSwitch = (page: Page) => page.getByRole('checkbox', { name: 'E-mail' })

test('the page behind a mail opens without signing in, in the browser’s language, and keeps what is chosen @phone', async ({
  person,
  mailbox,
  openBrowser,
}) => {
  await person.lose()
  const link = preferencesLinkIn((await mailbox.waitForNotice(person.email)).text)
  const page = await openBrowser({ locale: 'fr-CH' })
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Ce que nous vous envoyons' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByText(person.email)).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Langue' }).selectOption('Español')
  await page.getByRole('combobox', { name: 'Fuseau horaire' }).selectOption('Mexico City')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('status')).toHaveText('Guardado.')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.getByRole('combobox', { name: 'Idioma' })).toHaveValue('es')
  await expect(page.getByRole('combobox', { name: 'Zona horaria' })).toHaveValue('America/Mexico_City')
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Zona horaria' })).toHaveValue('America/Mexico_City')
})

test('a link that is not whole names nobody, and leads on', async ({ person, mailbox, page }) => {
  await person.lose()
  const link = preferencesLinkIn((await mailbox.waitForNotice(person.email)).text)
  for (const address of [link.slice(0, -1), link.replace(/.{6}$/, 'AAAAAA')]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'This link isn’t whole' })).toBeVisible()
  }
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Sign in and choose' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a person switches e-mail off, and sees that it is off', async ({ person, mailbox, page }) => {
    await person.lose()
    await page.goto(preferencesLinkIn((await mailbox.waitForNotice(person.email)).text))
    await emailSwitch(page).uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved. We won’t write to you at all')).toBeVisible()
    await expect(emailSwitch(page)).not.toBeChecked()
  })
})

test('a mail program’s own button ends e-mail: what breaks then sends nothing, and the console says why', async ({
  person,
  mailbox,
  sandbox,
  request,
  admin,
  page,
}) => {
  const { itemId, plaidItemId } = await person.lose()
  const mail = await mailbox.waitForNotice(person.email)
  const address = /<(.+)>/.exec(mail.headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
  expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')

  await page.goto(address)
  await expect(emailSwitch(page)).toBeChecked()
  const answer = await request.post(address, { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 })
  expect(answer.status()).toBe(200)
  await page.reload()
  await expect(emailSwitch(page)).not.toBeChecked()

  await openBrokenItem(admin, person.email)
  await expect(entriesOf(admin, 'E-mail switched off')).toContainText('with the mail program’s own button')

  await sandbox.repair(plaidItemId)
  await expect(async () => {
    await admin.reload()
    await expect(entriesOf(admin, 'Incident closed')).toHaveCount(1, { timeout: 500 })
  }).toPass()
  await ageRepair(itemId)
  await sandbox.breakItem(plaidItemId)
  await expect(async () => {
    await admin.reload()
    const dropped = entriesOf(admin, 'Message dropped').filter({ hasText: 'the person wants no messages from us' })
    await expect(dropped).toHaveCount(1, { timeout: 500 })
  }).toPass()
  expect(await mailbox.notices(person.email)).toHaveLength(1)
})

test('a signed-in person finds the page in their menu and chooses by keyboard', async ({ person }) => {
  const page = await person.open('/dashboard')
  await page.getByRole('button', { name: /your account/ }).press('Enter')
  await page.getByRole('group', { name: 'Your account' }).getByRole('link', { name: 'What we send you' }).press('Enter')
  await expect(page.getByText(`To ${person.email}`)).toBeVisible()
  await emailSwitch(page).press('Space')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Saved. We won’t write to you at all' })).toBeVisible()
  await expect(emailSwitch(page)).not.toBeChecked()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Your banks' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Your banks' })).toBeVisible()
})

test('a browser tells its person too, once they ask for it, until they turn it off @phone', async ({
  person,
  sandbox,
}) => {
  const { plaidItemId } = await person.connect()
  const page = await person.open('/sign-in')
  const asked = await giveBrowserPush(page, sandbox, 'granted')
  await page.goto('/dashboard')
  await expect(page.getByRole('heading', { name: 'Tell me in this browser, too' })).toBeVisible()
  await expectAccessible(page)
  expect(asked()).toBe(0)
  await page.getByRole('button', { name: 'Tell me here' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'This browser tells you, too' })).toBeVisible()
  expect(asked()).toBe(1)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This browser tells you, too' })).toBeVisible()
  await expectAccessible(page)

  await sandbox.breakItem(plaidItemId)
  const told = async () => (await sandbox.pushes()).filter(({ text }) => text.includes('First Platypus Bank'))
  await expect.poll(async () => (await told()).length, { timeout: 20_000 }).toBeGreaterThan(0)

  await page.goto('/preferences')
  await expect(page.getByRole('checkbox', { name: 'Browser messages' })).toBeChecked()
  await page.getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByRole('heading', { name: 'Tell me in this browser, too' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Tell me here' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Browser messages' })).toHaveCount(0)
})

test('a browser that says no is left alone, with how to change that', async ({ person, sandbox }) => {
  await person.connect()
  const page = await person.open('/sign-in')
  await giveBrowserPush(page, sandbox, 'denied')
  await page.goto('/dashboard')
  await page.getByRole('button', { name: 'Tell me here' }).click()
  await expect(page.getByRole('heading', { name: 'This browser blocks our messages' })).toBeVisible()
  await expect(page.getByText('allow notifications')).toBeVisible()
  await expectAccessible(page)
})

test('the browser’s language and time zone are known after one visit', async ({ person, openBrowser, baseURL }) => {
  const storageState = await person.request.storageState()
  const page = await openBrowser({ storageState, locale: 'es-MX', timezoneId: 'America/Mexico_City' })
  const told = page.waitForResponse((response) => response.url().endsWith('/api/time-zone'))
  await page.goto(`${baseURL}/dashboard`)
  expect((await told).status()).toBe(200)
  await page.goto(`${baseURL}/preferences`)
  await expect(page.getByRole('combobox', { name: 'Idioma' })).toContainText('Automático: Español')
  await expect(page.getByRole('combobox', { name: 'Zona horaria' })).toContainText('Automática: Mexico City')
})

function preferencesLinkIn(text: string): string {
  const link = /https?:\/\/\S+\/preferences\/[\w-]{64}/.exec(text)?.[0]
  if (!link) throw new Error('this mail has no link to what we may send')
  return link
}
