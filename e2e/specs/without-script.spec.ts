import { openBrokenItem } from '../stories/console.ts'
import { expireReconnectLinks } from '../stories/database.ts'
import { reconnectLinkIn } from '../stories/mailbox.ts'
import { expect, test } from '../stories/story.ts'

test.use({ javaScriptEnabled: false })

test('the help pages need no script @phone', async ({ page }) => {
  await page.goto('/help')
  for (const [topic, sentence] of [
    ['When your bank doesn’t accept your sign-in', 'Open your bank’s own site or app and sign in there.'],
    ['When your bank has locked your sign-in', 'Only your bank can unlock it'],
    ['When your bank’s code doesn’t arrive', 'A new code makes the old one void.'],
    ['When accounts are missing after reconnecting', 'In the bank’s window, tick every account'],
    ['When your bank isn’t available', 'Most outages pass within a day.'],
    ['Is this e-mail genuine?', 'A code that your bank has sent you.'],
    ['What we can and can’t see', 'It never passes through us'],
  ] as const) {
    await page.getByRole('main').getByRole('link', { name: topic }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(topic)
    await expect(page.getByRole('main')).toContainText(sentence)
    await expect(page.getByRole('link', { name: 'Go to your banks' })).toBeVisible()
    await page.getByRole('link', { name: 'All help' }).click()
  }
})

test('the reconnect page says everything without script, and a form leads on to Plaid’s own page @phone', async ({
  page,
  person,
  sandbox,
}) => {
  const { link } = await person.lose()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Reconnect First Platypus Bank' })).toBeVisible()
  await expect(page.getByText('Signing in once puts it right.')).toBeVisible()
  await expect(page.getByRole('region', { name: /^No new data since/ }).getByRole('listitem')).toHaveCount(3)
  // Playwright's own way to read leaves <noscript> out.
  await expect(page.getByRole('main')).toContainText('Your bank’s window needs JavaScript', { useInnerText: true })
  await page.locator('noscript button', { hasText: 'Go on at Plaid’s page' }).click()
  await expect(page).toHaveURL(new RegExp(`^${sandbox.url}/link/hosted/`))
})

test('who has an errand at the bank and no script is reminded tomorrow', async ({ page, person }) => {
  const { link } = await person.lose(undefined, { errorCode: 'PASSWORD_RESET_REQUIRED' })
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'First, a step at your bank', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Set a new password at your bank' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open first-platypus.example' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remind me tomorrow' })).toBeVisible()
  // The words, which may stand on two lines, and not the button that lies on their end.
  const words = page.getByText('Remind me tomorrow')
  const { height = 0 } = (await words.boundingBox()) ?? {}
  await words.click({ position: { x: 4, y: height - 4 } })
  await expect(page.getByRole('heading', { name: 'Good. Later, then', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Go on now after all' }).click()
  await expect(page.getByText('You asked for quiet')).toBeVisible()
})

test('a person sees their banks and reconnects one, and an admin finds it, without script', async ({
  person,
  admin,
}) => {
  await person.lose()
  await openBrokenItem(admin, person.email)

  const page = await person.open('/dashboard')
  await expect(page.getByRole('main')).toContainText('Connecting a bank needs JavaScript', { useInnerText: true })
  await expect(page.getByRole('button', { name: 'Connect a bank' })).toBeHidden()
  await page.getByRole('button', { name: 'Reconnect First Platypus Bank' }).click()
  await expect(page.getByRole('heading', { name: 'Reconnect First Platypus Bank', level: 1 })).toBeVisible()
})

test('a link that has run out brings a fresh one to the same mailbox, without script', async ({
  page,
  person,
  mailbox,
}) => {
  const { link, itemId } = await person.lose()
  await expireReconnectLinks(itemId)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link has run out', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'E-mail me a fresh link' }).click()
  await expect(page.getByRole('heading', { name: 'Look in your mailbox', level: 1 })).toBeVisible()
  await page.goto(reconnectLinkIn(await mailbox.waitForNotice(person.email, 2)))
  await expect(page.getByRole('heading', { name: 'Reconnect First Platypus Bank' })).toBeVisible()
})
