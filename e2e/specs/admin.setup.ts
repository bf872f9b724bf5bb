import { adminEmail, adminSession } from '../stories/admin-session.ts'
import { expect, test } from '../stories/story.ts'

test('an admin signs in by the mailed link, and the console is there', async ({ page, mailbox }, info) => {
  await page.goto('/sign-in?next=/admin')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(adminEmail)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.goto(await mailbox.signInLink(adminEmail))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Broken Items', level: 1 })).toBeVisible()
  await page.context().storageState({ path: adminSession(info) })
})
