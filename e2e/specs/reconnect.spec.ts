import type { APIResponse } from '@playwright/test'
import { expectAccessible } from '../stories/accessible.ts'
import { endOutage } from '../stories/database.ts'
import { blockWindows, linkOn } from '../stories/link-dialog.ts'
import { coastline, houndstooth, tartan } from '../stories/person.ts'
import { expect, test } from '../stories/story.ts'

const connectedAgain = { name: 'You’re connected again' }
const goOn = { name: 'Continue to your bank' }

test('a bank that asks for a code gets it, after one that was wrong', async ({ page, person }) => {
  const { link: address } = await person.lose(houndstooth)
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  const link = linkOn(page)
  await link.signIn('user_good', 'pass_good')
  await link.typeCode('0000')
  await expect(link.frame.getByRole('alert')).toContainText('That is not the code.')
  await link.typeCode('1234')
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
})

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
  await expect(page.getByRole('heading', { name: 'Not finished yet' })).toBeFocused()
  await expect(page.getByText('nothing has changed')).toBeVisible()
  await page.getByRole('button', goOn).click()
  const link = linkOn(page)
  await link.signIn('user_good', 'pass_good')
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
})

test('after five wrong passwords Link closes, and a new start gets in', async ({ page, person }) => {
  const { link: address } = await person.lose()
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  const link = linkOn(page)
  for (const attempt of [1, 2, 3, 4]) {
    await link.signIn('user_good', 'pass_wrong')
    await expect(link.frame.getByRole('alert')).toContainText(`Try ${attempt} of 5`)
  }
  await link.signIn('user_good', 'pass_wrong')
  await expect(link.frame.getByRole('alert')).toBeHidden()
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

test('as long as the bank lets nothing through, the page does not say that it works', async ({
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
  await linkOn(page).signIn('user_good', 'pass_good')
  await expect(page.getByRole('heading', { name: 'Now we ask your bank' })).toBeVisible()
  await expect(async () => {
    await page.clock.fastForward(10_000)
    await expect(page.getByRole('heading', { name: 'Not yet' })).toBeVisible({ timeout: 500 })
  }).toPass()
  await expectAccessible(page)
  await page.unroute('**/confirm')
  await sandbox.setInstitutionDown(coastline.institutionId, false)
  await endOutage(coastline.institutionId)
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
})

test('whoever asks more often than Plaid may be asked gets an answer all the same', async ({ person }) => {
  const { link } = await person.lose()
  for (let time = 0; time < 10; time++) {
    const answer = await person.request.post(`/api/reconnect/${link.split('/').at(-1)}/confirm`, { data: {} })
    expect(await answer.json()).toEqual({ outcome: 'not_yet' })
  }
})

test('the keyboard alone is enough', async ({ page, person }) => {
  const { link: address } = await person.lose()
  await page.goto(address)
  const start = page.getByRole('button', goOn)
  await expect(start).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(start).toBeFocused({ timeout: 100 })
  }).toPass()
  await page.keyboard.press('Enter')
  const { frame } = linkOn(page)
  await expect(frame.getByRole('textbox', { name: 'Username' })).toBeFocused()
  await page.keyboard.type('user_good')
  await page.keyboard.press('Tab')
  await page.keyboard.type('pass_good')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', connectedAgain)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'See all my banks' })).toBeFocused()
})

test('where Link’s script is blocked, the page says so and offers a way on', async ({ page, person }) => {
  const { link: address } = await person.lose()
  await page.route('**/link-initialize.js', (route) => route.abort())
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  await expect(page.getByRole('heading', { name: 'Your bank’s window didn’t open' })).toBeFocused()
  await expect(page.getByRole('alert').filter({ hasText: 'ad blocker' })).toBeVisible()
  await expectAccessible(page)
  await page.unroute('**/link-initialize.js')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(linkOn(page).heading('Sign in to First Platypus Bank')).toBeVisible()
})
