import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { hourMs, minuteMs } from '#lib/domain/durations.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { linkedItem, settled, startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { sweepItems } from './sweep-items.ts'

const sandbox = sandboxClient()
const long = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000)
const at = (itemId: string, nextCheckAt: Date) => db().item.update({ where: { id: itemId }, data: { nextCheckAt } })
const nextOf = async (itemId: string) => (await db().item.findUniqueOrThrow({ where: { id: itemId } })).nextCheckAt
const stateOf = async (itemId: string) => (await db().item.findUniqueOrThrow({ where: { id: itemId } })).state
const checksOf = (itemId: string) => db().$queryRaw<{ state: string; startAfter: Date }[]>`
  SELECT state::text, start_after AS "startAfter" FROM pgboss.job
  WHERE name = 'check-item' AND data->>'itemId' = ${itemId} ORDER BY created_on`

beforeAll(startWorker)
beforeEach(() => db().item.updateMany({ data: { nextCheckAt: long } }))
afterAll(stopRelink)

describe('the sweep', () => {
  it('finds an Item that broke without a word, and says in its history that nobody told us', async () => {
    const { itemId, plaidItemId, email } = await linkedItem()
    await sandbox.breakItem(plaidItemId, { silent: true })
    await at(itemId, new Date())
    await handlers['sweep-items']({}, new Date())
    await expect.poll(() => stateOf(itemId), { timeout: 10_000 }).toBe('login_required')
    await settled()
    const [change] = await db().historyEntry.findMany({ where: { itemId, kind: 'state_changed' } })
    expect(change?.detail).toMatchObject({ by: 'sweep', errorCode: 'ITEM_LOGIN_REQUIRED' })
    expect(await sandbox.mails(email)).toHaveLength(1)
  })

  it('finds an Item that was healed elsewhere without a word', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    await sandbox.breakItem(plaidItemId)
    await handlers['check-item']({ itemId }, new Date())
    expect(await stateOf(itemId)).toBe('login_required')
    await sandbox.repair(plaidItemId, { silent: true })
    await at(itemId, new Date())
    await handlers['sweep-items']({}, new Date())
    await expect.poll(() => stateOf(itemId), { timeout: 10_000 }).toBe('healthy')
  })

  it('asks those first that waited longest, no more than its budget, and none twice', async () => {
    const items = [await linkedItem(), await linkedItem(), await linkedItem()]
    const now = new Date()
    for (const [index, { itemId }] of items.entries()) await at(itemId, new Date(now.getTime() - (10 - index) * 1000))
    expect(await sweepItems(now, 0, 2)).toBe(2)
    const last = items[2]?.itemId ?? ''
    expect((await nextOf(last))?.getTime()).toBeLessThan(now.getTime())
    expect(await sweepItems(now, 0, 2)).toBe(1)
    expect(await sweepItems(now, 0, 2)).toBe(0)
  })

  it('spreads its checks over the time it is given, those first that waited longest', async () => {
    const items = [await linkedItem(), await linkedItem(), await linkedItem(), await linkedItem()]
    const now = new Date()
    const waitedSeconds = [30, 10, 40, 20]
    for (const [index, { itemId }] of items.entries()) {
      await at(itemId, new Date(now.getTime() - (waitedSeconds[index] ?? 0) * 1000))
    }
    expect(await sweepItems(now, 40_000)).toBe(4)
    const starts = await Promise.all(items.map(async ({ itemId }) => (await checksOf(itemId))[0]?.startAfter.getTime()))
    expect(starts).toEqual([10_000, 30_000, 0, 20_000].map((ms) => now.getTime() + ms))
  })

  it('leaves no second check for an Item whose check still fails, however long Plaid is away', async () => {
    const { itemId } = await linkedItem()
    await sandbox.limitCalls({ itemGetPerMinute: 1 })
    await handlers['check-item']({ itemId }, new Date())
    await at(itemId, new Date())
    await handlers['sweep-items']({}, new Date())
    await expect.poll(async () => (await checksOf(itemId))[0]?.state, { timeout: 10_000 }).toBe('retry')
    for (const hours of [1, 2, 3]) await sweepItems(new Date(Date.now() + hours * hourMs + minuteMs), 0)
    expect(await checksOf(itemId)).toHaveLength(1)
    await sandbox.limitCalls({})
    await expect.poll(async () => (await checksOf(itemId))[0]?.state, { timeout: 15_000 }).toBe('completed')
    await at(itemId, new Date())
    await sweepItems(new Date(), 0)
    expect(await checksOf(itemId)).toHaveLength(2)
  })

  it('leaves an Item that was just heard of for later', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    await at(itemId, new Date())
    await sandbox.breakItem(plaidItemId, { silent: true })
    await handlers['check-item']({ itemId }, new Date())
    const inHours = ((await nextOf(itemId))?.getTime() ?? 0) - Date.now()
    expect(inHours / (60 * 60 * 1000)).toBeGreaterThan(5)
  })
})
