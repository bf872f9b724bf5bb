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

test('the reconnect page says everything without script, and that its button needs it', async ({ page, person }) => {
  const { link } = await person.lose()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Reconnect First Platypus Bank' })).toBeVisible()
  await expect(page.getByText('Signing in once puts it right.')).toBeVisible()
  await expect(page.getByRole('region', { name: /^No new data since/ }).getByRole('listitem')).not.toHaveCount(0)
  // Playwright's own way to read leaves <noscript> out.
  await expect(page.getByRole('main')).toContainText('Your bank’s window needs JavaScript.', { useInnerText: true })
})
