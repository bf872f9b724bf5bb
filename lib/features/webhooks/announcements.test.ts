import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { proveRepair } from '#lib/features/items/prove-repair.ts'
import { deliver, linkedItem, settled, startWorker, stopRelink } from '../../../scripts/testing/relink.ts'

const dayMs = 24 * 60 * 60 * 1000

beforeAll(startWorker)
afterAll(stopRelink)

const stateOf = async (itemId: string) => (await db().item.findUniqueOrThrow({ where: { id: itemId } })).state

async function announce(plaidItemId: string, endsAt: Date): Promise<void> {
  const told = { webhook_type: 'ITEM', webhook_code: 'PENDING_DISCONNECT', reason: 'INSTITUTION_MIGRATION' }
  await deliver(JSON.stringify({ ...told, item_id: plaidItemId, disconnect_time: endsAt.toISOString() }, null, 2))
  await settled()
}

describe('an announced end that was averted', () => {
  it('is not believed when Plaid sends the same webhook again after the repair', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    const endsAt = new Date(Date.now() + 10 * dayMs)
    await announce(plaidItemId, endsAt)
    expect(await stateOf(itemId)).toBe('disconnecting_soon')
    await proveRepair(itemId, new Date())
    await announce(plaidItemId, endsAt)
    expect(await stateOf(itemId)).toBe('healthy')
    const deliveries = await db().webhookDelivery.findMany({ where: { plaidItemId }, orderBy: { receivedAt: 'asc' } })
    expect(deliveries.map(({ reason }) => reason)).toEqual([null, 'repaired_since'])
  })

  it('is believed when another end is announced', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    await announce(plaidItemId, new Date(Date.now() + 10 * dayMs))
    await proveRepair(itemId, new Date())
    await announce(plaidItemId, new Date(Date.now() + 17 * dayMs))
    expect(await stateOf(itemId)).toBe('disconnecting_soon')
  })
})
