import { expect, test } from '../stories/story.ts'

test.use({ javaScriptEnabled: false })

test('the help page needs no script @phone', async ({ page }) => {
  await page.goto('/help/invalid-credentials')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When your bank doesn’t accept your sign-in')
  for (const question of [
    'Is it the right bank and the right sign-in?',
    'Does it work at the bank itself?',
    'Is an old password filling itself in?',
  ]) {
    await expect(page.getByRole('heading', { name: question })).toBeVisible()
  }
  await expect(page.getByRole('link', { name: 'Go to your banks' })).toBeVisible()
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
