import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { proveRepair } from '#lib/features/items/prove-repair.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { deliver, linkedItem, settled, startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'

const sandbox = sandboxClient()

const dayMs = 24 * 60 * 60 * 1000

beforeAll(startWorker)
afterAll(stopRelink)

const stateOf = async (itemId: string) => (await db().item.findUniqueOrThrow({ where: { id: itemId } })).state

async function tell(plaidItemId: string, webhook_code: string, more: object = {}): Promise<void> {
  await deliver(JSON.stringify({ webhook_type: 'ITEM', webhook_code, item_id: plaidItemId, ...more }, null, 2))
  await settled()
}

function announce(plaidItemId: string, endsAt: Date): Promise<void> {
  const reason = 'INSTITUTION_MIGRATION'
  return tell(plaidItemId, 'PENDING_DISCONNECT', { reason, disconnect_time: endsAt.toISOString() })
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

describe('an announcement that comes again', () => {
  const bank = 'ins_109508'

  it('takes nothing from a repair whose proof is owed', async () => {
    const { itemId, plaidItemId } = await linkedItem({ institutionId: bank })
    const endsAt = new Date(Date.now() + 10 * dayMs)
    await announce(plaidItemId, endsAt)
    await sandbox.setInstitutionDown(bank, true)
    expect(await proveRepair(itemId, new Date())).toMatchObject({ outcome: 'not_yet' })
    await sandbox.setInstitutionDown(bank, false)
    await announce(plaidItemId, endsAt)
    expect(await stateOf(itemId)).toBe('healthy')
    const incidents = await db().incident.findMany({ where: { itemId } })
    expect(incidents).toMatchObject([{ closedReason: 'repaired_here' }])
  })

  it('does not put its end back in the place of a later one', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    const [endsAt, laterEnd] = [new Date(Date.now() + 10 * dayMs), new Date(Date.now() + 20 * dayMs)]
    for (const end of [endsAt, laterEnd, endsAt]) await announce(plaidItemId, end)
    expect(await db().item.findUniqueOrThrow({ where: { id: itemId } })).toMatchObject({ expiresAt: laterEnd })
  })
})

describe('an announced cut', () => {
  it('is over when the Item works two days after it', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    const endsAt = new Date(Date.now() + 3 * dayMs)
    await announce(plaidItemId, endsAt)
    await handlers['check-item']({ itemId }, new Date(endsAt.getTime() + dayMs))
    expect(await stateOf(itemId)).toBe('disconnecting_soon')
    await handlers['check-item']({ itemId }, new Date(endsAt.getTime() + 2 * dayMs))
    expect(await stateOf(itemId)).toBe('healthy')
  })

  it('stands although the consent at the bank ends a year later', async () => {
    const { itemId, plaidItemId } = await linkedItem({ institutionId: 'ins_127287' })
    await announce(plaidItemId, new Date(Date.now() + 10 * dayMs))
    await handlers['check-item']({ itemId }, new Date())
    expect(await stateOf(itemId)).toBe('disconnecting_soon')
  })

  it('is over when Plaid reports a repair days later, whatever we missed in between', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    await announce(plaidItemId, new Date(Date.now() + 10 * dayMs))
    await tell(plaidItemId, 'LOGIN_REPAIRED')
    expect(await stateOf(itemId)).toBe('disconnecting_soon')
    await db().item.update({ where: { id: itemId }, data: { stateSince: new Date(Date.now() - 2 * dayMs) } })
    await tell(plaidItemId, 'LOGIN_REPAIRED')
    expect(await stateOf(itemId)).toBe('healthy')
  })
})
