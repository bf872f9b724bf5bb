import { actWithReason, openBrokenItem } from '../stories/console.ts'
import { makeRemindersDue } from '../stories/database.ts'
import { linkOn } from '../stories/link-dialog.ts'
import { firstPlatypus, houndstooth } from '../stories/person.ts'
import { connectedAgain, expectSaid, goOn, signInAtBank, tryInVain } from '../stories/reconnecting.ts'
import { expect, test } from '../stories/story.ts'

test('who mistypes gets a hint, then three checks, then a halt before the bank locks; help and a later day are there @phone', async ({
  page,
  person,
  admin,
  mailbox,
}) => {
  const { link, itemId } = await person.lose()
  await page.goto(link)

  await test.step('once: a hint', async () => {
    await tryInVain(page, goOn.name)
    await expectSaid(page, 'Your bank didn’t accept that')
  })

  await test.step('twice: three checks in place, to tick off', async () => {
    await tryInVain(page, 'Try again')
    await expectSaid(page, 'Not yet. Let’s check three things')
    const checks = page.getByRole('list', { name: 'Three things to check' })
    await expect(checks.getByRole('checkbox')).toHaveCount(3)
    await checks.getByRole('checkbox', { name: 'No old password fills itself in' }).check()
    await expect(checks.getByRole('link', { name: 'Try at first-platypus.example' })).toBeVisible()
    await expect(page.getByText('Two tries so far.')).toBeVisible()
  })

  await test.step('three times: a halt, also for who comes back later', async () => {
    await tryInVain(page, 'Try again')
    await expectSaid(page, 'Let’s stop here for now')
    await expect(page.getByText('three to five tries')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try anyway' })).toBeVisible()
  })

  await test.step('she chooses a later day', async () => {
    await page.getByRole('radio', { name: 'In three days' }).check()
    await page.getByRole('button', { name: 'Remind me then' }).click()
    await expect(page.getByRole('heading', { name: 'Good. Later, then', level: 1 })).toBeVisible()
    await expect(page.getByRole('main').getByRole('time')).toBeVisible()
  })

  await test.step('no mail comes before that day, though one is due and decided about anew', async () => {
    await makeRemindersDue(itemId)
    await openBrokenItem(admin, person.email)
    await actWithReason(admin, 'Hold', 'To have it decided anew.')
    await actWithReason(admin, 'Release', 'To have it decided anew.')
    await expect(async () => {
      await admin.reload()
      await expect(admin.getByRole('region', { name: 'What waits' })).toContainText(
        'Waits for the day until which the person wants quiet',
        { timeout: 500 },
      )
    }).toPass()
    expect(await mailbox.notices(person.email)).toHaveLength(1)
  })

  await test.step('the page says until when it is quiet, and lets her go on', async () => {
    await page.getByRole('link', { name: 'Go on now after all' }).click()
    await expect(page.getByText('You asked for quiet')).toBeVisible()
    await tryInVain(page, goOn.name)
    await expectSaid(page, 'Let’s stop here for now')
  })

  await test.step('she asks for help, and gets her case in words that give nothing away', async () => {
    await page.getByRole('button', { name: 'Ask Fernway for help' }).click()
    await expect(page.getByRole('heading', { name: 'Fernway knows now', level: 1 })).toBeVisible()
    const found = page.getByRole('region', { name: 'Your case' })
    await expect(found).toContainText(itemId)
    await expect(found).toContainText(firstPlatypus.name)
    await expect(found).toContainText('ITEM_LOGIN_REQUIRED')
    await expect(found).toContainText('Refused sign-ins in the last day: 4')
    await expect(found).toContainText(/Session: .*[0-9a-f-]{36}, INVALID_CREDENTIALS/)
    await expect(found).toContainText(/Requests: \w+/)
    for (const secret of ['pass_wrong', 'user_good', 'link-sandbox', 'access-', person.email]) {
      await expect(found).not.toContainText(secret)
    }
  })

  await test.step('the console has her under those who were handed over', async () => {
    await admin.goto(`/admin?list=handed_over&q=${encodeURIComponent(person.email)}`)
    await expect(admin.getByRole('row', { name: person.email })).toContainText('Handed to support')
  })
})

const errands = [
  ['ITEM_LOCKED', 'Unlock your sign-in at your bank'],
  ['PASSWORD_RESET_REQUIRED', 'Set a new password at your bank'],
  ['USER_SETUP_REQUIRED', 'Sign in at your bank'],
] as const

test('what only the bank can do is said as an errand there, each with its own step @phone', async ({
  page,
  person,
}) => {
  const { link } = await person.lose()
  await page.goto(link)
  let button = goOn.name
  for (const [errorCode, step] of errands) {
    await tryInVain(page, button, { password: `error_${errorCode}` })
    await expectSaid(page, 'First, a step at your bank')
    await expect(page.getByRole('heading', { name: step, level: 2 })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Open first-platypus.example' })).toBeVisible()
    button = 'I’ve done it, continue'
  }
  await signInAtBank(page, button)
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
})

/** What Link was left with, what the page then says, and how its button is called. */
const ends = [
  [{ username: 'user_transactions_dynamic', password: 'pass' }, 'Is it the same username?', 'Try again'],
  [{ password: 'error_INVALID_SEND_METHOD' }, 'Your bank can’t send a code just now', 'Try again'],
  [{ password: 'error_NO_ACCOUNTS' }, 'Nothing is shared yet', goOn.name],
  [{ password: 'error_INSTITUTION_DOWN' }, 'Your bank is having trouble', 'Try anyway'],
  [{ password: 'error_USER_INPUT_TIMEOUT' }, 'Not finished yet', goOn.name],
  [{ password: 'error_NEVER_HEARD_OF' }, 'That didn’t work just now', 'Try again'],
] as const

test('each way that Link can end has words of its own, and a way on @phone', async ({ page, person }) => {
  const { link } = await person.lose()
  await page.goto(link)
  let button = goOn.name
  for (const [signIn, heading, next] of ends) {
    await tryInVain(page, button, signIn)
    await expectSaid(page, heading)
    button = next
  }
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing of yours was lost.' })).toBeVisible()
  await tryInVain(page, button, { password: 'error_MFA_NOT_SUPPORTED' })
  await expectSaid(page, 'This connection can’t come back')
  await expect(page.getByRole('main').getByRole('button', { name: /Try|Continue/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Connect the bank anew' })).toHaveAttribute('href', '/dashboard')
})

test('a bank that asks for a code: the wrong one, the late one, and then the right one @phone', async ({
  page,
  person,
}) => {
  const { link: address } = await person.lose(houndstooth)
  await page.goto(address)
  const link = linkOn(page)
  const askForCode = async (button: string) => {
    await page.getByRole('button', { name: button }).click()
    await link.signIn('user_good', 'pass_good')
  }

  await askForCode(goOn.name)
  await link.typeCode('0000')
  await expect(link.frame.getByRole('alert')).toContainText('That is not the code.')
  await link.press('Close')
  await expectSaid(page, 'Your bank didn’t accept that code')

  await askForCode('Try again')
  await link.typeCode('9999')
  await expect(link.heading('That took too long')).toBeVisible()
  await link.press('Leave')
  await expectSaid(page, 'The code came too late')

  await askForCode('Start again')
  await link.typeCode('1234')
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
})
