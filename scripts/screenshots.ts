// The README's pictures: goes through the story on a running keyless `npm start`, as its people would, and leaves
// every bank healthy. `npm run screenshots` writes docs/screenshots/*.png.
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { settleBanks } from './screenshots/banks.ts'
import { mailAfter, patienceMs, relinkUrl, requireRunning, sandbox } from './screenshots/running.ts'
import { repositoryFolder } from './stack/folders.ts'
import { browserExecutable } from './testing/browser.ts'
import { linkIn } from './testing/link-in.ts'

const folder = join(repositoryFolder, 'docs', 'screenshots')
const person = 'marguerite@example.org'
const admin = 'admin@example.com'
const broken = { id: 'ins_109508', name: 'First Platypus Bank' }
const others = ['ins_109509', 'ins_109511'] // Gingham Credit Union and Tartan Bank, so that the dashboard has a list

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
const letter: BrowserContextOptions = { viewport: { width: 640, height: 480 } }
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}

await requireRunning()
mkdirSync(folder, { recursive: true })
const executablePath = await browserExecutable()
const browser = await chromium.launch({ ...(executablePath && { executablePath }) })
try {
  await takePictures(browser)
} finally {
  await browser.close()
}

async function takePictures(browser: Browser): Promise<void> {
  const dashboard = await openPage(browser, desktop)
  await signIn(dashboard, person)
  const [itemId = ''] = await settleBanks(dashboard, [broken.id, ...others])

  const mail = await mailAfter(person, () => sandbox.breakItem(itemId))
  const inbox = await openPage(browser, letter)
  await inbox.goto(`${sandbox.url}/mailbox/${mail.id}/html`)
  await picture(inbox, 'mail', { fullPage: true })

  const reconnect = await openPage(browser, phone)
  await reconnect.goto(linkIn(mail, `${relinkUrl}/reconnect/`))
  await reconnect.getByRole('heading', { level: 1, name: broken.name }).waitFor()
  await picture(reconnect, 'reconnect')
  await leaveLinkAfterWrongPassword(reconnect)

  await dashboard.goto('/dashboard')
  await dashboard.getByRole('heading', { level: 1, name: 'One bank needs you' }).waitFor()
  await picture(dashboard, 'dashboard')

  const support = await openPage(browser, desktop)
  await signIn(support, admin)
  await support.goto(`/admin?q=${encodeURIComponent(person)}`)
  await support.getByRole('row').getByRole('link').first().click()
  await support.getByRole('heading', { level: 2, name: broken.name }).waitFor()
  await picture(support, 'console-item')

  await signInAtBank(reconnect)
  await reconnect.getByRole('heading', { level: 1, name: 'You’re connected again' }).waitFor()
  await picture(reconnect, 'reconnect-proof')
}

async function openPage(browser: Browser, device: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    ...device,
    baseURL: relinkUrl,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  context.setDefaultTimeout(patienceMs)
  return context.newPage()
}

async function signIn(page: Page, email: string): Promise<void> {
  const mail = await mailAfter(email, async () => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.waitForURL('**/sign-in/check-mail')
  })
  await page.goto(linkIn(mail, `${relinkUrl}/sign-in/confirm`))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/dashboard')
}

async function leaveLinkAfterWrongPassword(page: Page): Promise<void> {
  const link = await openLink(page)
  await link.getByRole('button', { name: 'Wrong', exact: true }).click()
  await link.getByRole('button', { name: 'Sign in', exact: true }).click()
  await link.getByRole('alert').waitFor()
  const told = page.waitForResponse((response) => response.url().endsWith('/link-end'))
  await link.getByRole('button', { name: 'Close', exact: true }).click()
  await told
}

async function signInAtBank(page: Page): Promise<void> {
  const link = await openLink(page)
  await link.getByRole('button', { name: 'Right', exact: true }).click()
  await link.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Presses the page's one button; answers the frame with Link in it. */
async function openLink(page: Page) {
  await page.getByRole('button', { name: /^(Continue to your bank|Try again)$/ }).click()
  return page.frameLocator('iframe[title="Sandbox Link"]')
}

async function picture(page: Page, name: string, how: { fullPage?: boolean } = {}): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', ...how })
  console.log(`  ${name.padEnd(16)} ${Math.round(statSync(path).size / 1024)} KB`)
}
