import { expectAccessible } from '../stories/accessible.ts'
import { actWithReason, entriesOf, openBrokenItem, searchBrokenItems } from '../stories/console.ts'
import { makeRemindersDue } from '../stories/database.ts'
import { expect, test } from '../stories/story.ts'

test('an admin holds what a person is told, and releases it @phone', async ({ admin, person, mailbox }) => {
  const { itemId } = await person.lose()
  await openBrokenItem(admin, person.email)
  await expect(admin.getByRole('region', { name: 'What waits' })).toContainText('First reminder')

  await actWithReason(admin, 'Hold', 'She called and is on holiday.')
  await expect(admin.getByRole('status').filter({ hasText: 'Held.' })).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Release' })).toBeFocused()
  await expect(entriesOf(admin, 'Messages held')).toContainText('by admin@example.com“She called and is on holiday.”')
  await makeRemindersDue(itemId)
  await actWithReason(admin, 'Release', 'Back from holiday.')
  await expect(admin.getByRole('status').filter({ hasText: 'Released.' })).toBeVisible()
  await expect(entriesOf(admin, 'Messages released')).toContainText('“Back from holiday.”')
  await mailbox.waitForNotice(person.email, 2)
  await expect(entriesOf(admin, 'Message sent')).toHaveCount(2)
})

test('nothing goes out while an admin holds it, and the console says what waits', async ({
  admin,
  person,
  mailbox,
}) => {
  const { itemId } = await person.lose()
  await openBrokenItem(admin, person.email)
  await makeRemindersDue(itemId)
  await actWithReason(admin, 'Hold', 'She called and is on holiday.')
  await expect(async () => {
    await admin.reload()
    await expect(admin.getByRole('region', { name: 'What waits' })).toContainText('Waits for an admin to release it', {
      timeout: 500,
    })
  }).toPass()
  await searchBrokenItems(admin, person.email)
  await expect(admin.getByRole('row', { name: person.email })).toContainText('Held')
  expect(await mailbox.notices(person.email)).toHaveLength(1)
})

test('an admin stops what a person is told, for good @phone', async ({ admin, person }) => {
  await person.lose()
  await openBrokenItem(admin, person.email)
  await actWithReason(admin, 'Stop', 'He is closing the account.')
  await expect(admin.getByRole('status').filter({ hasText: 'Stopped.' })).toBeVisible()
  await expect(entriesOf(admin, 'Messages stopped')).toContainText('“He is closing the account.”')
  await expect(entriesOf(admin, 'Message dropped')).toContainText('an admin stopped all messages')
  await expect(admin.getByRole('group', { name: 'Messages' })).toHaveCount(0)
  await expect(admin.getByRole('heading', { name: 'First Platypus Bank Sign-in needed' })).toBeFocused()
  await expectAccessible(admin)
})

test('a reason is asked for, and the dialog gives the focus back @phone', async ({ admin, person }) => {
  await person.lose()
  await openBrokenItem(admin, person.email)
  const opener = admin.getByRole('button', { name: 'Send now' })
  await opener.click()
  const dialog = admin.getByRole('dialog', { name: `Send ${person.email} a message now?` })
  const reason = dialog.getByRole('textbox', { name: 'Reason' })
  await expect(reason).toBeFocused()
  await expectAccessible(admin)
  await reason.fill('no')
  await reason.press('Enter')
  await expect(reason).toHaveAccessibleDescription(/Say why in at least 3 characters\./)
  await expect(reason).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(admin)
  await reason.fill('x'.repeat(301))
  await reason.press('Enter')
  await expect(reason).toHaveAccessibleDescription(/Shorten it by 1 character\./)
  await admin.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

test('a server that does not answer leaves the reason where it was', async ({ admin, person }) => {
  await person.lose()
  await openBrokenItem(admin, person.email)
  await admin.getByRole('button', { name: 'Hold', exact: true }).click()
  const dialog = admin.getByRole('dialog')
  const reason = dialog.getByRole('textbox', { name: 'Reason' })
  await reason.fill('She called.')
  await admin.route('**/admin/items/**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await dialog.getByRole('button', { name: 'Hold messages' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The server did not answer')
  await expect(reason).toHaveValue('She called.')
})

test('who wants no messages is not written to by hand either, and the console says so', async ({
  admin,
  person,
  mailbox,
}) => {
  const { itemId } = await person.lose()
  const [mail] = await mailbox.notices(person.email)
  const unsubscribe = /<([^>]+)>/.exec(mail?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? ''
  const answer = await person.request.post(unsubscribe, { form: { 'List-Unsubscribe': 'One-Click' } })
  expect(answer.ok()).toBe(true)
  await openBrokenItem(admin, person.email)
  await actWithReason(admin, 'Send now', 'She asked for a new link.')
  await expect(admin.getByRole('status').filter({ hasText: 'Not sent.' })).toContainText(
    'The person wants no messages from us.',
  )
  await expect(admin.getByRole('complementary', { name: 'Facts' })).toContainText('no, switched off by the person')
  expect(await mailbox.notices(person.email)).toHaveLength(1)

  await makeRemindersDue(itemId)
  await actWithReason(admin, 'Hold', 'To have it decided anew.')
  await actWithReason(admin, 'Release', 'To have it decided anew.')
  await expect(async () => {
    await admin.goto(`/admin?list=handed_over&q=${encodeURIComponent(person.email)}`)
    await expect(admin.getByRole('row', { name: person.email })).toContainText('Handed to support', { timeout: 500 })
  }).toPass()
  await expect(admin.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name: /^Handed/ })).toHaveText(
    'Handed to support1',
  )
  await expectAccessible(admin)
  await admin.getByRole('link', { name: person.email }).click()
  await expect(entriesOf(admin, 'Handed to support')).toContainText('the person wants no messages from us')
  await expect(admin.getByText(/Handed to support .* ago\./)).toBeVisible()
  await expectAccessible(admin)
})
