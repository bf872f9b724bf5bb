import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { readItemForAdmin } from '#lib/features/admin/read-item.ts'
import { proveRepair } from '#lib/features/items/prove-repair.ts'
import { readDashboard } from '#lib/features/items/read-dashboard.ts'
import { deliver, linkedItem, settled, startWorker, stopRelink } from '../../../scripts/testing/relink.ts'

beforeAll(startWorker)
afterAll(stopRelink)

async function told(plaidItemId: string, webhook_code: string, more: object = {}): Promise<void> {
  const body = { webhook_type: 'ITEM', webhook_code, item_id: plaidItemId, environment: 'sandbox', ...more }
  expect(await deliver(JSON.stringify(body))).toBe(200)
  await settled()
}

it('notes a withdrawn account on the Item, which stays healthy and keeps the reason', async () => {
  const { itemId, plaidItemId } = await linkedItem()
  const [account, other] = await db().bankAccount.findMany({ where: { itemId } })
  await told(plaidItemId, 'USER_ACCOUNT_REVOKED', { account_id: account?.plaidAccountId })
  const item = await readItemForAdmin(itemId)
  expect(item?.state).toBe('healthy')
  expect(item?.history[0]?.fact).toEqual({ kind: 'account_revoked', plaidAccountId: account?.plaidAccountId })
  const shown = new Map(item?.accounts.map(({ plaidAccountId, revokedAt }) => [plaidAccountId, revokedAt]))
  expect(shown.get(account?.plaidAccountId ?? '')).toBeInstanceOf(Date)
  expect(shown.get(other?.plaidAccountId ?? '')).toBeNull()
  const [kept] = await db().webhookDelivery.findMany({ where: { plaidItemId } })
  expect(kept).toMatchObject({ outcome: 'ignored', reason: 'no_change_of_health' })
})

it('tells console and dashboard of new accounts until the person has been to Link', async () => {
  const { itemId, plaidItemId, userId } = await linkedItem()
  await told(plaidItemId, 'NEW_ACCOUNTS_AVAILABLE', { error: null })
  const item = await readItemForAdmin(itemId)
  expect(item?.history[0]?.fact).toEqual({ kind: 'new_accounts_available' })
  expect(item?.newAccountsAt).toBeInstanceOf(Date)
  const newAccountsAt = async () => (await readDashboard(userId)).items[0]?.newAccountsAt
  expect(await newAccountsAt()).toBeInstanceOf(Date)
  await proveRepair(itemId, new Date())
  expect(await newAccountsAt()).toBeNull()
})

describe('a note that Plaid sends again after a repair', () => {
  const reasonsOf = async (plaidItemId: string) => {
    const deliveries = await db().webhookDelivery.findMany({ where: { plaidItemId }, orderBy: { receivedAt: 'asc' } })
    return deliveries.map(({ reason }) => reason)
  }
  const newAccountsAt = async (itemId: string) =>
    (await db().item.findUniqueOrThrow({ where: { id: itemId } })).newAccountsAt
  const revoked = (itemId: string) => db().bankAccount.count({ where: { itemId, revokedAt: { not: null } } })

  it('is over: the person has seen all accounts since', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    const [account, other] = await db().bankAccount.findMany({ where: { itemId } })
    const tell = async () => {
      await told(plaidItemId, 'NEW_ACCOUNTS_AVAILABLE')
      await told(plaidItemId, 'USER_ACCOUNT_REVOKED', { account_id: account?.plaidAccountId })
    }
    await tell()
    expect([await newAccountsAt(itemId), await revoked(itemId)]).toEqual([expect.any(Date), 1])
    await proveRepair(itemId, new Date())
    await tell()
    expect([await newAccountsAt(itemId), await revoked(itemId)]).toEqual([null, 0])
    const once = ['no_change_of_health', 'no_change_of_health']
    expect(await reasonsOf(plaidItemId)).toEqual([...once, 'repaired_since', 'repaired_since'])

    await told(plaidItemId, 'USER_ACCOUNT_REVOKED', { account_id: other?.plaidAccountId })
    expect(await revoked(itemId)).toBe(1)
  })

  it('is news when it comes later than Plaid sends anything again', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    await told(plaidItemId, 'NEW_ACCOUNTS_AVAILABLE')
    await db().webhookDelivery.updateMany({
      where: { plaidItemId },
      data: { receivedAt: new Date(Date.now() - 25 * 60 * 60 * 1000) },
    })
    await proveRepair(itemId, new Date(Date.now() - 60_000))
    await told(plaidItemId, 'NEW_ACCOUNTS_AVAILABLE')
    expect(await newAccountsAt(itemId)).toBeInstanceOf(Date)
  })
})

it('keeps a webhook that names no account like every other that is ignored', async () => {
  const { itemId, plaidItemId } = await linkedItem()
  await told(plaidItemId, 'USER_ACCOUNT_REVOKED')
  expect((await readItemForAdmin(itemId))?.history[0]?.fact).toMatchObject({
    kind: 'webhook_ignored',
    reason: 'no_change_of_health',
  })
})
