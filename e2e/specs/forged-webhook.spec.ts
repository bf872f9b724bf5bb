import { flaws } from '../../scripts/testing/sandbox-client.ts'
import { firstPlatypus } from '../stories/person.ts'
import { expect, test } from '../stories/story.ts'

test('a forged webhook is refused and changes nothing', async ({ person, stranger, sandbox, mailbox, world }) => {
  const { plaidItemId } = await person.connect()
  // Plaid would confirm the forged news, if anybody asked it.
  await sandbox.breakItem(plaidItemId, { silent: true })
  for (const flaw of flaws) {
    const answer = await sandbox.forge({ url: `${world.relinkUrl}/api/plaid/webhook`, itemId: plaidItemId, flaw })
    expect(answer, flaw).toEqual({ status: 401, body: '' })
  }
  await stranger.lose() // a true one that came later has been dealt with
  const dashboard = await person.open('/dashboard')
  await expect(dashboard.getByRole('article', { name: firstPlatypus.name })).toContainText('Working')
  expect(await mailbox.notices(person.email)).toEqual([])
})
