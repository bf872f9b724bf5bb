import { afterAll, beforeAll, expect, it } from 'vitest'
import { handlers } from '#lib/worker/handlers.ts'
import {
  deliver,
  itemErrorBody,
  linkedItem,
  settled,
  startWorker,
  stopRelink,
} from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { readItemForAdmin } from './read-item.ts'
import { readUnconfirmedItems } from './read-unconfirmed.ts'

const sandbox = sandboxClient()

beforeAll(startWorker)
afterAll(stopRelink)

it('tells the console of what webhooks say and Plaid, which is away, has not confirmed', async () => {
  const other = await linkedItem()
  const { itemId, plaidItemId } = await linkedItem()
  await sandbox.limitCalls({ itemGetPerMinute: 1 })
  await handlers['check-item']({ itemId }, new Date())
  await deliver(itemErrorBody(plaidItemId))
  const told = { webhookType: 'ITEM', webhookCode: 'ERROR', receivedAt: expect.any(Date) }
  await expect.poll(readUnconfirmedItems, { timeout: 10_000 }).toMatchObject({ items: [{ itemId, ...told }] })
  expect(await readItemForAdmin(itemId)).toMatchObject({ state: 'healthy', unconfirmed: [told] })
  expect(await readItemForAdmin(other.itemId)).toMatchObject({ unconfirmed: [] })

  await sandbox.limitCalls({})
  await settled()
  expect(await readItemForAdmin(itemId)).toMatchObject({ unconfirmed: [] })
  await expect.poll(readUnconfirmedItems).toEqual({ items: [], hasMore: false })
})
