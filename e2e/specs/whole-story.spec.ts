import { z } from 'zod'
import { entriesOf, openBrokenItem } from '../stories/console.ts'
import { linkOn } from '../stories/link-dialog.ts'
import { firstPlatypus, newAddress } from '../stories/person.ts'
import { expect, test } from '../stories/story.ts'

const Session = z.object({ user: z.object({ id: z.string() }) })

test('a bank login breaks, its person gets a mail and signs in at the bank again, and everybody sees that it works @phone', async ({
  page,
  openBrowser,
  admin,
  sandbox,
  mailbox,
}) => {
  const email = newAddress('marguerite')
  const bank = page.getByRole('article', { name: firstPlatypus.name })

  await test.step('she signs in by the mailed link', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Sign in', exact: true }).click()
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible()
    await page.goto(await mailbox.signInLink(email))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Connect your first bank' })).toBeVisible()
  })

  await test.step('she connects First Platypus Bank', async () => {
    await page.getByRole('button', { name: 'Connect a bank' }).click()
    const link = linkOn(page)
    await link.chooseBank(firstPlatypus.name)
    await link.signIn('user_good', 'pass_good')
    await link.press(/^Share \d accounts?$/)
    await link.press('Finish')
    await expect(page.getByRole('heading', { name: 'Your bank is working' })).toBeVisible()
    await expect(bank).toContainText('Working')
  })

  await test.step('the bank stops sharing, and the console knows', async () => {
    const { user } = Session.parse(await (await page.request.get('/api/auth/session')).json())
    const outside = await openBrowser()
    await outside.goto(sandbox.url)
    const item = outside.getByRole('region', { name: 'Items' }).getByRole('listitem').filter({ hasText: user.id })
    await item.getByRole('button', { name: 'Break' }).click()
    await outside.getByRole('dialog').getByRole('button', { name: 'Break it' }).click()
    await expect(item).toContainText('ITEM_LOGIN_REQUIRED')
    await mailbox.waitForNotice(email)
    await openBrokenItem(admin, email)
    await expect(admin.getByRole('heading', { name: 'First Platypus Bank Sign-in needed' })).toBeVisible()
  })

  const phone = await test.step('she presses the button of the mail, in a browser that is not signed in', async () => {
    const mail = await mailbox.waitForNotice(email)
    expect(mail.subject).toBe('First Platypus Bank needs you to sign in again')
    const reader = await openBrowser()
    await reader.goto(mailbox.addressOf(mail))
    const popup = reader.waitForEvent('popup')
    await reader.getByRole('link', { name: 'Reconnect your bank' }).click()
    return popup
  })

  await test.step('she mistypes her password once, then gets it right', async () => {
    await expect(phone.getByRole('heading', { name: 'Reconnect First Platypus Bank' })).toBeVisible()
    await phone.getByRole('button', { name: 'Continue to your bank' }).click()
    const link = linkOn(phone)
    await link.signIn('user_good', 'pass_wrong')
    await expect(link.frame.getByRole('alert')).toContainText('Those details didn’t work.')
    await link.signIn('user_good', 'pass_good')
    await expect(phone.getByRole('heading', { name: 'You’re connected again' })).toBeVisible()
  })

  await test.step('her dashboard says that the bank works', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Your bank is working' })).toBeVisible()
    await expect(bank).toContainText('Working')
    await expect(page.getByRole('complementary', { name: 'Lately' })).toContainText(
      'You reconnected First Platypus Bank.',
    )
  })

  await test.step('the console says that it is healthy, and how that came', async () => {
    await admin.reload()
    await expect(admin.getByRole('heading', { name: 'First Platypus Bank Healthy' })).toBeVisible()
    for (const step of [
      'Connected',
      'ITEM: ERROR',
      'Incident opened',
      'Message sent',
      'Opened Link',
      'Repair proved',
      'Incident closed',
    ]) {
      await expect(entriesOf(admin, step).first()).toBeVisible()
    }
  })
})
