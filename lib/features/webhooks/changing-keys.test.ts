import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { linkManyItems } from '../../../scripts/testing/link-many.ts'
import { stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { openWebhookDoor, type WebhookDoor } from '../../../scripts/testing/webhook-door.ts'

// The sandbox sends again after a while, and a busy machine is slow.
const patienceMs = 15_000

const sandbox = sandboxClient()
let door: WebhookDoor

beforeAll(async () => {
  door = await openWebhookDoor()
})
beforeEach(async () => {
  await sandbox.reset()
  await db().webhookDelivery.deleteMany()
})
afterAll(async () => {
  door.close()
  await stopRelink()
})

it('a webhook that comes while the key cannot be asked for is answered 503, and accepted when it comes again', async () => {
  const [item] = await linkManyItems({ count: 1, webhook: door.url })
  await sandbox.rotateKeys()
  await sandbox.setKeyEndpointDown(true)
  await sandbox.breakItem(item?.plaidItemId ?? '')
  await expect.poll(statusesOfLastAttempts, { interval: 10, timeout: patienceMs }).toEqual([503])
  expect(await db().webhookDelivery.count()).toBe(0)
  await sandbox.setKeyEndpointDown(false)
  await expect.poll(statusesOfLastAttempts, { timeout: patienceMs }).toEqual([200])
  expect(await db().webhookDelivery.count()).toBe(1)
})

it('webhooks go on being accepted while Plaid changes its keys', async () => {
  const items = await linkManyItems({ count: 200, webhook: door.url })
  const broken = items.map(async ({ plaidItemId }, index) => {
    await sandbox.breakItem(plaidItemId)
    if (index % 40 === 20) await sandbox.rotateKeys()
  })
  await Promise.all(broken)
  await expect.poll(statusesOfLastAttempts, { timeout: patienceMs }).toEqual(items.map(() => 200))
  expect(await db().webhookDelivery.count()).toBe(200)
})

async function statusesOfLastAttempts(): Promise<(number | null | undefined)[]> {
  const { deliveries } = await sandbox.state()
  return deliveries.map(({ attempts }) => attempts.at(-1)?.status)
}
