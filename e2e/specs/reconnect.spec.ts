import type { APIResponse, Locator, Page } from '@playwright/test'
import { expectAccessible } from '../stories/accessible.ts'
import { endOutage } from '../stories/database.ts'
import { blockWindows, linkOn, linkOnItsOwnPage } from '../stories/link-dialog.ts'
import { coastline, tartan } from '../stories/person.ts'
import { accountsOn, connectedAgain, expectSaid, goOn, signInAtBank } from '../stories/reconnecting.ts'
import { expect, test } from '../stories/story.ts'

test('a bank with a sign-in page of its own asks in another window @phone', async ({ page, person }) => {
  const { link: address } = await person.lose(tartan)
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  const bank = await linkOn(page).goToBank('Tartan Bank')
  await expect(bank.getByRole('heading', { name: 'Tartan Bank asks you' })).toBeVisible()
  await bank.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
  expect(page.url()).toBe(address)
})

test('where the browser opens no window, the bank’s own page has the tab and comes back @phone', async ({
  page,
  person,
}) => {
  await blockWindows(page)
  const { link: address } = await person.lose(tartan)
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  await linkOn(page).press('Continue to Tartan Bank')
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
  expect(page.url()).toBe(address)
})

test('refusing at the bank’s own page changes nothing, and the way on stays', async ({ page, person }) => {
  const { link: address } = await person.lose(tartan)
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  const bank = await linkOn(page).goToBank('Tartan Bank')
  await bank.getByRole('button', { name: 'Refuse' }).click()
  await linkOn(page).press('Leave')
  await expect(page.getByRole('heading', { name: 'Not finished yet' })).toBeVisible()
  await expect(page.getByRole('button', goOn)).toBeVisible()
})

test('closing Link is no error: the page says that nothing changed, and the button is there again', async ({
  page,
  person,
}) => {
  const { link: address } = await person.lose()
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  await linkOn(page).press('Close')
  await expectSaid(page, 'Not finished yet')
  await expect(page.getByText('nothing has changed')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
  await signInAtBank(page)
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
})

test('after five wrong passwords in one go the page says to stop, and does not open Link again', async ({
  page,
  person,
}) => {
  const { link: address } = await person.lose()
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  const link = linkOn(page)
  for (const attempt of [1, 2, 3, 4]) {
    await link.signIn('user_good', 'pass_wrong')
    await expect(link.frame.getByRole('alert')).toContainText(`Try ${attempt} of 5`)
  }
  await link.signIn('user_good', 'pass_wrong')
  await expectSaid(page, 'Let’s stop here for now')
  await expect(page.getByTitle('Sandbox Link')).toHaveCount(0)
  await page.getByRole('button', { name: 'Try anyway' }).click()
  await expect(link.heading('Sign in to First Platypus Bank')).toBeVisible()
})

test('a link token that dies in mid-session is replaced, and its person only signs in once more @phone', async ({
  page,
  person,
  sandbox,
}) => {
  const { link: address, plaidItemId } = await person.lose()
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  const link = linkOn(page)
  await expect(link.heading('Sign in to First Platypus Bank')).toBeVisible()
  await sandbox.killLinkTokens({ itemId: plaidItemId })
  await link.signIn('user_good', 'pass_good')
  await expect(link.frame.getByRole('textbox', { name: 'Username' })).toHaveValue('')
  await link.signIn('user_good', 'pass_good')
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
})

test('a bank that wants something first is named as such, and can be reconnected after it', async ({
  page,
  person,
}) => {
  const { link: address } = await person.lose(undefined, { errorCode: 'PASSWORD_RESET_REQUIRED' })
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'First, a step at your bank' })).toBeVisible()
  await page.getByRole('button', { name: 'I’ve done it, continue' }).click()
  await linkOn(page).signIn('user_good', 'pass_good')
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
})

test('as long as the bank lets nothing through, the page does not say that it works, and its sheet stays where it is', async ({
  page,
  person,
  sandbox,
}) => {
  await page.clock.install()
  const { link: address } = await person.lose(coastline)
  let answer: APIResponse | undefined
  await page.route('**/confirm', async (route) => {
    // The page asks four times; one answer serves for all, because Plaid may be asked only so often in a minute.
    await sandbox.setInstitutionDown(coastline.institutionId, true)
    answer ??= await route.fetch()
    await route.fulfill({ response: answer })
  })
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  const placeAtFirst = await placeOfSheet(page)
  await linkOn(page).signIn('user_good', 'pass_good')
  await expect(page.getByRole('heading', { name: 'Now we ask your bank' })).toBeVisible()
  expect(await placeOfSheet(page)).toEqual(placeAtFirst)
  await expect(async () => {
    await page.clock.fastForward(10_000)
    await expect(page.getByRole('heading', { name: 'Not yet' })).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(await placeOfSheet(page)).toEqual(placeAtFirst)
  await expectAccessible(page)
  await page.unroute('**/confirm')
  await sandbox.setInstitutionDown(coastline.institutionId, false)
  await endOutage(coastline.institutionId)
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
  expect(await placeOfSheet(page)).toEqual(placeAtFirst)
})

async function placeOfSheet(page: Page) {
  const { x, y, width } = (await page.locator('.sheet').boundingBox()) ?? {}
  return { x, y, width }
}

test('whoever asks more often than Plaid may be asked gets an answer all the same', async ({ person }) => {
  const { link } = await person.lose()
  for (let time = 0; time < 10; time++) {
    const answer = await person.request.post(`/api/reconnect/${link.split('/').at(-1)}/confirm`, { data: {} })
    expect(await answer.json()).toEqual({ outcome: 'not_yet' })
  }
})

test('the keyboard alone is enough, and the focus is always seen', async ({ page, person }) => {
  const { link: address } = await person.lose()
  await page.goto(address)
  const { frame } = linkOn(page)
  const signIn = async (button: string, password: string) => {
    await tabTo(page, page.getByRole('button', { name: button }))
    await page.keyboard.press('Enter')
    await expect(frame.getByRole('textbox', { name: 'Username' })).toBeFocused()
    await page.keyboard.type('user_good')
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
  }
  await signIn(goOn.name, 'pass_wrong')
  await expect(frame.getByRole('alert')).toBeVisible()
  await tabTo(page, frame.getByRole('button', { name: 'Close' }))
  await page.keyboard.press('Enter')
  await expectSaid(page, 'Your bank didn’t accept that')
  await signIn('Try again', 'pass_good')
  await expectSaid(page, connectedAgain.name)
  await tabTo(page, page.getByRole('link', { name: 'See all my banks' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sign-in|dashboard/)
})

test('where Link’s script is blocked, the page says so, and Plaid’s own page leads to the proof @phone', async ({
  page,
  person,
}) => {
  const { link: address } = await person.lose()
  await page.route('**/link-initialize.js', (route) => route.abort())
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  await expectSaid(page, 'Your bank’s window didn’t open')
  await expect(page.getByRole('alert').filter({ hasText: 'ad blocker' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expectSaid(page, 'Your bank’s window didn’t open')
  await page.getByRole('button', { name: 'Go on at Plaid’s page' }).click()
  await linkOnItsOwnPage(page).signIn('user_good', 'pass_good')
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
  expect(page.url()).toBe(address)
})

test('who listens to the page hears what happens: landmarks, names, and each turn as it comes', async ({
  page,
  person,
}) => {
  const { link: address } = await person.lose()
  const gates = { token: gate(), confirm: gate() }
  await page.route('**/link-token', (route) => gates.token.opened.then(() => route.continue()))
  await page.route('**/confirm', (route) => gates.confirm.opened.then(() => route.continue()))
  await page.goto(address)
  for (const landmark of ['banner', 'main', 'contentinfo'] as const) {
    await expect(page.getByRole(landmark)).toHaveCount(1)
  }
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(['Reconnect First Platypus Bank'])
  await expect(
    main.getByRole('img', { name: 'The connection between First Platypus Bank and Fernway is open' }),
  ).toBeVisible()
  await expect(main.getByRole('region', { name: /^No new data since/ }).getByRole('listitem')).toHaveCount(3)
  await expect(main.getByRole('complementary', { name: 'Good to know' })).toBeVisible()
  const status = main.getByRole('status')
  await expect(status).toHaveText('')

  await page.getByRole('button', goOn).click()
  await expect(status).toHaveText('Opening your bank’s secure window')
  gates.token.open()
  await linkOn(page).signIn('user_good', 'pass_good')
  await expectSaid(page, 'Now we ask your bank')
  await expect(status).toHaveText('Asking your bank whether new data comes through')
  await expect(page.getByRole('list', { name: 'What we check' }).locator('[aria-current=step]')).toHaveText(
    'The bank answers us',
  )
  gates.confirm.open()
  await expectSaid(page, connectedAgain.name)
  await expect(status).toHaveText('')
  await expect(
    main.getByRole('img', { name: 'The connection between First Platypus Bank and Fernway is closed' }),
  ).toBeVisible()
  await expect(accountsOn(page)).toHaveCount(3)
})

/** A door in a story that keeps an answer waiting. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

/** Presses Tab until something has the focus, and a ring that shows it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(target).toBeFocused({ timeout: 100 })
  }).toPass()
  await expect(target).not.toHaveCSS('outline-style', 'none')
}
