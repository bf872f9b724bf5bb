import { afterAll, beforeAll, expect, it } from 'vitest'
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

it('keeps a webhook that names no account as any other that is ignored', async () => {
  const { itemId, plaidItemId } = await linkedItem()
  await told(plaidItemId, 'USER_ACCOUNT_REVOKED')
  expect((await readItemForAdmin(itemId))?.history[0]?.fact).toMatchObject({
    kind: 'webhook_ignored',
    reason: 'no_change_of_health',
  })
})
