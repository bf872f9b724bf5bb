import { linkOn } from '../stories/link-dialog.ts'
import { reconnectLinkIn } from '../stories/mailbox.ts'
import { gingham, tartan } from '../stories/person.ts'
import { accountsOn, connectedAgain, expectSaid, goOn, signInAtBank } from '../stories/reconnecting.ts'
import { expect, test } from '../stories/story.ts'

test('an account that was left out at the bank’s own page is named, and stays out as wished @phone', async ({
  page,
  person,
}) => {
  const { link: address } = await person.lose(tartan)
  await page.goto(address)
  await page.getByRole('button', goOn).click()
  const link = linkOn(page)
  const atBank = await link.goToBank(tartan.name)
  await atBank.getByRole('checkbox', { name: 'Travel Card' }).uncheck()
  await atBank.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
  const card = accountsOn(page).filter({ hasText: 'Travel Card' })
  await expect(accountsOn(page)).toContainText(['Current Account •• 2201Back', 'Travel Card •• 7714Not shared'])
  await card.getByRole('button', { name: 'Leave it out' }).click()
  await expect(card).toContainText('Left out, as you wish.')
  await expect(card.getByRole('button')).toHaveCount(0)
})

test('an account that was left out is shared again, also by who has left Link once on the way @phone', async ({
  page,
  person,
}) => {
  const { link: address } = await person.lose(gingham, { errorCode: 'NO_ACCOUNTS' })
  await page.goto(address)
  await expect(page.getByText('tick every account that you want to see here')).toBeVisible()
  await signInAtBank(page)
  const link = linkOn(page)
  await link.frame.getByRole('checkbox', { name: 'Share Savings' }).uncheck()
  await link.press('Share 1 account')
  const savings = accountsOn(page).filter({ hasText: 'Share Savings' })
  await expect(savings).toContainText('Not shared')

  await savings.getByRole('button', { name: 'Share it again' }).click()
  await link.press('Close')
  await expectSaid(page, connectedAgain.name)
  await savings.getByRole('button', { name: 'Share it again' }).click()
  await link.signIn('user_good', 'pass_good')
  await link.frame.getByRole('checkbox', { name: 'Share Savings' }).check()
  await link.press('Share 2 accounts')
  await expect(accountsOn(page)).toContainText(['Share Draft Checking •• 6120Back', 'Share Savings •• 3345Back'])
  await expectSaid(page, connectedAgain.name)
})

test('a bank that shares nothing any more shares what is chosen in Link, and a new account is shown as new', async ({
  page,
  person,
  sandbox,
  mailbox,
}) => {
  const { plaidItemId } = await person.connect(gingham)
  await sandbox.unshareAccounts(plaidItemId)
  await sandbox.openAccount(plaidItemId, { name: 'Holiday Club', mask: '0707', silent: true })
  await sandbox.breakItem(plaidItemId, { errorCode: 'NO_ACCOUNTS' })
  await page.goto(reconnectLinkIn(await mailbox.waitForNotice(person.email)))
  await signInAtBank(page)
  const { frame, press } = linkOn(page)
  for (const name of ['Share Savings', 'Share Draft Checking', 'Holiday Club']) {
    await frame.getByRole('checkbox', { name }).check()
  }
  await press('Share 3 accounts')
  await expect(accountsOn(page)).toContainText([/Draft.*Back/, /Savings.*Back/, /Holiday Club •• 0707.*New/])
  await expect(page.getByText('Accounts here: 2 of 2')).toBeVisible()
})
