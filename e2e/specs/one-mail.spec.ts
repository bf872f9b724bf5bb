import { sandboxClient } from '../../scripts/testing/sandbox-client.ts'
import { type Stack, startStack } from '../../scripts/testing/start-stack.ts'
import { adminEmail } from '../stories/admin-session.ts'
import { entriesOf, openBrokenItem, searchBrokenItems } from '../stories/console.ts'
import { meetPerson, newAddress } from '../stories/person.ts'
import { test as base, expect } from '../stories/story.ts'

// These stories stop Relink and its mail, so they have a stack of their own: one, hence one after the other.
base.describe.configure({ mode: 'default', timeout: 120_000 })

const test = base.extend<object, { stack: Stack }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const stack = await startStack({ name: 'one-mail' })
      await use(stack)
      await stack.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ stack }, use) => use(stack.app.url),
  sandbox: ({ stack }, use) => use(sandboxClient(stack.sandbox.url)),
  admin: async ({ world }, use) => use(await (await meetPerson(adminEmail, world)).open('/admin')),
})

test('Relink is killed right after it took a webhook: the mail goes out after a restart, once', async ({
  stack,
  sandbox,
  mailbox,
  person,
}) => {
  const { plaidItemId } = await person.connect()
  await sandbox.breakItem(plaidItemId, { silent: true })
  const body = JSON.stringify({ webhook_type: 'ITEM', webhook_code: 'ERROR', item_id: plaidItemId, error: null })
  const headers = { 'content-type': 'application/json', 'plaid-verification': await sandbox.sign(body) }
  const { status } = await fetch(`${stack.app.url}/api/plaid/webhook`, { method: 'POST', headers, body })
  await stack.app.kill('SIGKILL')
  expect(status).toBe(200)
  expect(await mailbox.notices(person.email)).toEqual([])

  await stack.app.restart()
  await mailbox.waitForNotice(person.email, 1, 60_000)
  await stack.app.restart() // in order: running jobs come to their end first
  expect(await mailbox.notices(person.email)).toHaveLength(1)
})

test('a sign-in mail that the provider refuses is not said to be sent, and can be asked for again', async ({
  page,
  sandbox,
  mailbox,
}) => {
  const email = newAddress('refused')
  await sandbox.refuseNextMail({ status: 403, name: 'invalid_api_key', message: 'API key is invalid', times: 1 })
  await page.goto('/sign-in')
  const ask = page.getByRole('button', { name: 'Send me a link' })
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await ask.click()
  await expect(page.getByText('Something broke on our side, and no e-mail went out.')).toBeVisible()
  await ask.click()
  await expect(page).toHaveURL('/sign-in/check-mail')
  expect(await mailbox.signInLink(email)).toContain('/sign-in/confirm')
})

test('a bank that was repaired elsewhere before the mail went out: no mail, and the console says why', async ({
  sandbox,
  mailbox,
  person,
  admin,
}) => {
  const { plaidItemId } = await person.connect()
  await sandbox.refuseNextMail({ status: 429, name: 'rate_limit_exceeded', message: 'later', times: 100 })
  await sandbox.breakItem(plaidItemId)
  await expect(async () => {
    await searchBrokenItems(admin, person.email)
    await expect(admin.getByRole('row', { name: person.email })).toContainText('Waiting to go out', { timeout: 500 })
  }).toPass()
  await openBrokenItem(admin, person.email)
  await sandbox.repair(plaidItemId, { silent: true })
  await expect(async () => {
    await admin.reload()
    await expect(entriesOf(admin, 'Message dropped')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await expect(entriesOf(admin, 'Incident closed')).toContainText('repaired elsewhere')
  expect(await mailbox.notices(person.email)).toEqual([])
})
