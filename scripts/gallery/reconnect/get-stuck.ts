import { linkOn } from '../../../e2e/stories/link-dialog.ts'
import type { World } from '../../../e2e/stories/person.ts'
import { newMessage, press } from './acts.ts'
import type { Lost } from './lose.ts'

/** Somebody opens their link, is refused by the bank twice, and gives up: a case for support. */
export async function getStuck(world: World, { address }: Lost): Promise<void> {
  const page = await world.openBrowser()
  await page.goto(address)
  await press(page)
  const link = linkOn(page)
  for (const tries of [1, 2]) {
    await link.signIn('user_good', 'pass_wrong')
    await link.frame
      .getByRole('alert')
      .filter({ hasText: `Try ${tries} of 5` })
      .waitFor()
  }
  await link.press('Close')
  await newMessage(page)
  await page.context().close()
}
