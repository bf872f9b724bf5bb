import { firstPlatypus } from '../stories/person.ts'
import { nothingToDo } from '../stories/reconnecting.ts'
import { expect, test } from '../stories/story.ts'

test('a bank that was repaired elsewhere while its person read the mail opens no Link', async ({
  page,
  person,
  sandbox,
}) => {
  const { link, plaidItemId } = await person.lose()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Reconnect First Platypus Bank' })).toBeVisible()
  await sandbox.repair(plaidItemId, { silent: true })
  await page.getByRole('button', { name: 'Continue to your bank' }).click()
  await expect(page.getByRole('heading', nothingToDo)).toBeFocused()
  await expect(page.getByTitle('Sandbox Link')).toHaveCount(0)
  await expect((await person.open('/dashboard')).getByRole('article', { name: firstPlatypus.name })).toContainText(
    'Working',
  )
})

test('a bank that was repaired elsewhere before its person opened the mail says so at once', async ({
  page,
  person,
  sandbox,
}) => {
  const { link, plaidItemId } = await person.lose()
  await sandbox.repair(plaidItemId)
  await expect(async () => {
    await page.goto(link)
    await expect(page.getByRole('heading', nothingToDo)).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(page.getByText('First Platypus Bank is already connected.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'See all my banks' })).toBeVisible()
})
