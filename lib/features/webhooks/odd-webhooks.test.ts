import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { open } from '#lib/adapters/vault/sealed.ts'
import { startUpdateMode } from '#lib/features/reconnect/start-update-mode.ts'
import { oddWebhooks } from '../../../scripts/testing/odd-webhooks.ts'
import { brokenItem } from '../../../scripts/testing/reconnect.ts'
import { deliver, linkedItem, settled, startWorker, stopRelink } from '../../../scripts/testing/relink.ts'

const plaidItemId = 'a-known-item'
let linkToken = ''

/** A Link session of ours that is under way. */
beforeAll(async () => {
  await startWorker()
  const { token } = await brokenItem()
  await startUpdateMode(token, { isSpent: false, wantsHosted: true, sharesAgain: false }, new Date())
  const { id, sealedToken } = await db().linkSession.findFirstOrThrow()
  linkToken = open(sealedToken, id)
  await linkedItem({ plaidItemId })
})
beforeEach(() => db().webhookDelivery.deleteMany())
afterAll(stopRelink)

it.each(oddWebhooks(plaidItemId, ':link-token:'))('is worked off although it %s', async (_what, body) => {
  expect(await deliver(body.replace(':link-token:', linkToken))).toBe(200)
  await settled()
  const [delivery] = await db().webhookDelivery.findMany()
  expect(delivery?.outcome).not.toBe('pending')
})
