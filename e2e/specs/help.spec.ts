import { expectAccessible, expectFits, inOtherWords } from '../stories/accessible.ts'
import { gingham, tartan } from '../stories/person.ts'
import { expect, test } from '../stories/story.ts'

test.describe.configure({ timeout: 120_000 })

const topics = [
  'invalid-credentials',
  'locked-account',
  'codes',
  'accounts-missing',
  'bank-unavailable',
  'genuine-mail',
  'what-we-see',
]
const pages = ['/help', ...topics.map((topic) => `/help/${topic}`)]
const titles = {
  en: 'When your bank has locked your sign-in',
  es: 'Cuando su banco ha bloqueado su acceso',
  fr: 'Quand votre banque a bloqué votre accès',
}

for (const [language, title] of Object.entries(titles)) {
  test(`the help pages speak ${language}, and axe finds nothing on them`, async ({ openBrowser, baseURL }) => {
    const page = await openBrowser({ locale: language, baseURL })
    for (const path of pages) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expectAccessible(page, language === 'en' ? {} : inOtherWords)
    }
    await page.goto('/help/locked-account')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  })

  test(`the help pages fit 320 pixels and twice the text in ${language}`, async ({ openBrowser, baseURL }) => {
    const page = await openBrowser({ locale: language, baseURL })
    for (const path of pages) {
      await page.goto(path)
      await expectFits(page)
    }
  })
}

test('every link on the help pages leads somewhere', async ({ page, request }) => {
  const found = new Set<string>()
  for (const path of pages) {
    await page.goto(path)
    for (const link of await page.getByRole('link').all()) found.add((await link.getAttribute('href')) ?? '')
  }
  expect([...found]).toEqual(expect.arrayContaining(pages))
  for (const address of found) expect((await request.get(address)).status(), address).toBe(200)
})

test('a topic that nobody wrote about is not there', async ({ request }) => {
  expect((await request.get('/help/nothing')).status()).toBe(404)
})

test('a signed-in person’s own language goes before the browser’s', async ({ person }) => {
  const page = await person.open('/preferences')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Français')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Enregistré.')).toBeVisible()
  await page.goto('/help')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aide')
})

test('the dashboard leads to the page about what a bank wants', async ({ person }) => {
  await person.lose(gingham, { errorCode: 'ITEM_LOCKED' })
  await person.lose(tartan, { errorCode: 'ACCESS_NOT_GRANTED' })
  const page = await person.open('/dashboard')
  await page.getByRole('link', { name: 'How to unlock it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.en)
  await page.goBack()
  await page.getByRole('link', { name: 'How to share accounts again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When accounts are missing after reconnecting')
})
