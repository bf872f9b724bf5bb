import { sandboxClient } from '../../scripts/testing/sandbox-client.ts'
import { type Stack, startStack } from '../../scripts/testing/start-stack.ts'
import { linkOn, linkOnItsOwnPage } from '../stories/link-dialog.ts'
import { firstPlatypus, houndstooth } from '../stories/person.ts'
import { accountsOn, connectedAgain, expectSaid, goOn, signInAtBank } from '../stories/reconnecting.ts'
import { test as base, expect } from '../stories/story.ts'

// Each way to run Relink has a stack of its own, one after the other.
base.describe.configure({ mode: 'default', timeout: 120_000 })

type Options = Record<string, string>

const test = base.extend<{ options: Options; stack: Stack }>({
  options: [{}, { option: true }],
  stack: [
    async ({ options }, use) => {
      const stack = await startStack({ name: 'options', env: options })
      await use(stack)
      await stack.stop()
    },
    { timeout: 120_000 },
  ],
  baseURL: ({ stack }, use) => use(stack.app.url),
  sandbox: ({ stack }, use) => use(sandboxClient(stack.sandbox.url)),
})

test.describe('with RECONNECT_MODE=hosted', () => {
  test.use({ options: { RECONNECT_MODE: 'hosted' } })

  test('the button leads to Plaid’s own page and back to the proof, also where no LINK webhook comes', async ({
    page,
    person,
    sandbox,
  }) => {
    const first = await person.lose(houndstooth)
    await page.goto(first.link)
    await expect(page.getByText('The button leads to Plaid’s own page and back here.')).toBeVisible()
    await page.getByRole('button', goOn).click()
    const link = linkOnItsOwnPage(page)
    await link.press('Close')
    await expectSaid(page, 'Not finished yet')
    await page.getByRole('button', goOn).click()
    await link.signIn('user_good', 'pass_good')
    await link.typeCode('1234')
    await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
    expect(page.url()).toBe(first.link)
    const kept = await page.evaluate(() => JSON.stringify(window.localStorage))
    expect(kept).not.toContain(new URL(first.link).pathname.split('/').at(-1))

    await sandbox.setLinkWebhooksOff(true)
    const second = await person.lose(firstPlatypus, { errorCode: 'NO_ACCOUNTS' })
    await page.goto(second.link)
    await page.getByRole('button', goOn).click()
    await link.signIn('user_good', 'pass_wrong')
    await expect(link.frame.getByRole('alert')).toContainText('Those details didn’t work.')
    await link.signIn('user_good', 'pass_good')
    await link.frame.getByRole('checkbox', { name: 'Rainy Day Savings' }).uncheck()
    await link.press('Share 2 accounts')
    await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
    const savings = accountsOn(page).filter({ hasText: 'Rainy Day Savings' })
    await savings.getByRole('button', { name: 'Share it again' }).click()
    await link.press('Close')
    await expect(savings).toContainText('Not shared')
  })

  test('a bank works again although its person never comes back from Plaid’s page', async ({ page, person }) => {
    const { link: address } = await person.lose()
    await page.goto(address)
    await page.route('**/link/done', (route) => route.abort())
    await page.getByRole('button', goOn).click()
    await linkOnItsOwnPage(page).signIn('user_good', 'pass_good')
    const dashboard = await person.open('/dashboard')
    await expect(async () => {
      await dashboard.reload()
      await expect(dashboard.getByRole('heading', { name: 'Your bank is working' })).toBeVisible({ timeout: 500 })
    }).toPass()
  })
})

test.describe('with UPDATE_TOKEN=public_token', () => {
  test.use({ options: { UPDATE_TOKEN: 'public_token', PLAID_PUBLIC_KEY: 'sandbox-public-key' } })

  test('Link opens with the public key, is left, and repairs at the second go', async ({ page, person }) => {
    const { link: address } = await person.lose(houndstooth)
    await page.goto(address)
    await page.getByRole('button', goOn).click()
    await linkOn(page).press('Close')
    await expectSaid(page, 'Not finished yet')
    await signInAtBank(page)
    await linkOn(page).typeCode('1234')
    await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
  })
})

test.describe('with RECONNECT_REQUIRES_SIGN_IN=true', () => {
  test.use({ options: { RECONNECT_REQUIRES_SIGN_IN: 'true' } })

  test('the link asks for a sign-in first and leads back to itself; a stranger’s sign-in does not open it', async ({
    page,
    person,
    stranger,
    mailbox,
  }) => {
    const { link: address } = await person.lose()
    const { pathname } = new URL(address)
    const curious = await stranger.open(pathname)
    await expect(curious.getByRole('heading', { name: 'Sign in first', level: 1 })).toBeVisible()
    await expect(curious.getByText(firstPlatypus.name)).toHaveCount(0)
    const state = `/api${pathname}/state`
    expect((await page.request.get(state)).status()).toBe(401)
    expect((await stranger.request.get(state)).status()).toBe(401)
    expect(await (await person.request.get(state)).json()).toEqual({ state: 'open' })

    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Sign in first', level: 1 })).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
    await page.getByRole('textbox', { name: 'E-mail' }).fill(person.email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible()
    await page.goto(await mailbox.signInLink(person.email))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: `Reconnect ${firstPlatypus.name}` })).toBeVisible()
    await signInAtBank(page)
    await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
  })
})
