import { actWithReason, entriesOf, openBrokenItem } from '../stories/console.ts'
import { reconnectLinkIn } from '../stories/mailbox.ts'
import { expect, test } from '../stories/story.ts'

test('an admin finds a broken bank and sends its person a message, whose link works @phone', async ({
  page,
  admin,
  person,
  mailbox,
}) => {
  await person.lose()
  await openBrokenItem(admin, person.email)
  await actWithReason(admin, 'Send now', 'She asked for a new link.')
  await expect(admin.getByRole('status').filter({ hasText: 'Message queued' })).toBeVisible()
  const mail = await mailbox.waitForNotice(person.email, 2)
  await expect(entriesOf(admin, 'Message asked for')).toContainText('by admin@example.com“She asked for a new link.”')
  await expect(entriesOf(admin, 'Message sent')).toHaveCount(2)
  await page.goto(reconnectLinkIn(mail))
  await expect(page.getByRole('heading', { name: 'Reconnect First Platypus Bank' })).toBeVisible()
})

test('the console does not exist for a person who is no admin', async ({ page, person }) => {
  const { itemId } = await person.lose()
  for (const path of ['/admin', `/admin/items/${itemId}`]) {
    const theirs = await person.open(path)
    await expect(theirs.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  }
})

test('the console’s front page names an error that no person can settle, and leads to its Item', async ({
  admin,
  person,
  sandbox,
}) => {
  const { plaidItemId } = await person.connect()
  await sandbox.breakItem(plaidItemId, { errorCode: 'INSTITUTION_NO_LONGER_SUPPORTED' })
  const alert = admin.getByRole('listitem').filter({ hasText: 'INSTITUTION_NO_LONGER_SUPPORTED' })
  await expect(async () => {
    await admin.goto('/admin')
    await expect(alert).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await alert.getByRole('link', { name: 'the newest one' }).click()
  await expect(admin.getByRole('heading', { name: person.email, level: 1 })).toBeVisible()
  await expect(entriesOf(admin, 'Operator')).toContainText('INSTITUTION_NO_LONGER_SUPPORTED')
})

test('the console knows no Item under a made-up id', async ({ admin }) => {
  await admin.goto('/admin/items/0190a0a0-0000-7000-8000-000000000000')
  await expect(admin.getByRole('heading', { name: 'This Item is not here' })).toBeVisible()
})

test('a later page of a list that has emptied says so, and leads back to the first', async ({ admin }) => {
  const longAgo = '2020-01-01T00:00:00.000Z_0190a0a0-0000-7000-8000-000000000000'
  for (const path of ['/admin/dead-letters?', '/admin/drift?list=missed&', '/admin?']) {
    await admin.goto(`${path}after=${longAgo}`)
    await expect(admin.getByRole('heading', { name: 'Nothing on this page any more' })).toBeVisible()
    await admin.getByRole('link', { name: 'Back to the first page' }).click()
    await expect(admin).not.toHaveURL(/after=/)
  }
})
