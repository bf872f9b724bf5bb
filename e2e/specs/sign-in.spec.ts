import { newAddress } from '../stories/person.ts'
import { expect, test } from '../stories/story.ts'

test('the link in the mail signs in once, whatever a mail scanner did with it before', async ({
  page,
  openBrowser,
  request,
  mailbox,
}) => {
  const email = newAddress('ottilie')
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  const link = await mailbox.signInLink(email)
  await request.get(link)
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Connect your first bank' })).toBeVisible()

  const later = await openBrowser()
  await later.goto(link)
  await later.getByRole('button', { name: 'Sign in' }).click()
  await expect(later.getByText('That link has been used, or is too old.')).toBeVisible()
})

test('a sign-in link that leads to another site leads nowhere', async ({ page }) => {
  await page.goto('/sign-in/confirm?to=https%3A%2F%2Fevil.example%2Fapi%2Fauth%2Fcallback%2Femail')
  await expect(page.getByRole('heading', { name: 'This link isn’t whole' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Get a new link' })).toHaveAttribute('href', '/sign-in')
})

test('something that is no address is said at the field, and stays to be mended', async ({ page }) => {
  await page.goto('/sign-in')
  const field = page.getByRole('textbox', { name: 'E-mail' })
  await field.fill('ottilie at example')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByText('Please check the address.')).toBeVisible()
  await expect(field).toHaveValue('ottilie at example')
  await expect(field).toHaveAccessibleDescription(/Please check the address/)
})

test('a person signs out, and the dashboard is closed', async ({ person }) => {
  const page = await person.open('/dashboard')
  await page.getByRole('button', { name: /your account/ }).click()
  await page.getByRole('group', { name: 'Your account' }).getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible()
  await page.goto('/dashboard')
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
})

test('an address is sent five links and no more, by whatever door somebody asks', async ({
  page,
  request,
  mailbox,
  sandbox,
}) => {
  const email = newAddress('asked-often')
  const ask = async () => {
    await page.goto('/sign-in')
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
  }
  for (const _ of [1, 2, 3, 4, 5]) {
    await ask()
    await mailbox.signInLink(email)
  }
  await ask()
  await expect(page.getByText('You have asked a few times already.')).toBeVisible()
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  expect((await request.post('/api/auth/signin/email', { form: { email, csrfToken } })).status()).toBe(405)
  expect(await sandbox.mails(email)).toHaveLength(5)
})
