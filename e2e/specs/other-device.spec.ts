import { decodeQR } from 'qr/decode.js'
import { expectAccessible } from '../stories/accessible.ts'
import { linkOn } from '../stories/link-dialog.ts'
import { firstPlatypus, gingham, tartan } from '../stories/person.ts'
import { readPixels } from '../stories/pixels.ts'
import { connectedAgain, expectSaid, goOn, nothingToDo, signInAtBank } from '../stories/reconnecting.ts'
import { expect, test } from '../stories/story.ts'

test('two tabs: one repairs, the other’s button opens no Link, and a third says by itself that it is done', async ({
  page,
  person,
}) => {
  const { link } = await person.lose()
  const [second, third] = [await page.context().newPage(), await page.context().newPage()]
  for (const tab of [page, second, third]) await tab.goto(link)
  await signInAtBank(page)
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
  await second.getByRole('button', goOn).click()
  await expect(second.getByRole('heading', nothingToDo)).toBeVisible()
  await expectSaid(third, connectedAgain.name)
  await expect(third.getByText('put right on another device or in another tab')).toBeVisible()
})

test('the code on the desktop’s page hands the journey to a phone, and the desktop notices when it is done', async ({
  page,
  person,
  openBrowser,
}) => {
  const { link } = await person.lose()
  await page.goto(link)
  const code = page.getByRole('img', { name: 'QR code that opens this page on your phone' })
  const phone = await openBrowser({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const scanned = decodeQR(await readPixels(phone, await code.screenshot()))
  expect(scanned).toBe(link)
  await phone.goto(scanned)
  await expect(phone.getByRole('button', goOn)).toBeVisible()
  await expect(phone.getByRole('img', { name: /QR code/ })).toBeHidden()
  await signInAtBank(phone)
  await expect(phone.getByRole('heading', connectedAgain)).toBeVisible()
  await expectSaid(page, connectedAgain.name)
  await expectAccessible(page)
})

test('who closes the first tab while at the bank’s own page ends on the proof in the bank’s window @phone', async ({
  page,
  person,
}) => {
  const { link } = await person.lose(tartan)
  await page.goto(link)
  await page.getByRole('button', goOn).click()
  const bank = await linkOn(page).goToBank(tartan.name)
  await expect(bank.getByRole('heading', { name: 'Tartan Bank asks you' })).toBeVisible()
  await page.close()
  await bank.getByRole('button', { name: 'Allow' }).click()
  await expect(bank.getByRole('heading', connectedAgain)).toBeVisible()
  expect(bank.url()).toBe(link)
})

test('who has two broken banks is led from the one to the other @phone', async ({ page, person }) => {
  const { link } = await person.lose(firstPlatypus)
  await person.lose(gingham)
  await page.goto(link)
  await signInAtBank(page)
  await expect(page.getByText('One more to go.')).toBeVisible()
  await page.getByRole('link', { name: 'Go on with Gingham Credit Union' }).click()
  await expect(page.getByRole('heading', { name: 'Reconnect Gingham Credit Union' })).toBeVisible()
  await signInAtBank(page)
  await expect(page.getByRole('heading', connectedAgain)).toBeVisible()
  await expect(page.getByText('One more to go')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'See all my banks' })).toBeVisible()
})
