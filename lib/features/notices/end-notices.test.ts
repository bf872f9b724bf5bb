import { afterAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { ruleNotices } from '#lib/features/admin/rule-notices.ts'
import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
import { type LinkedItem, linkedItem, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { keepSent } from './end-notices.ts'

// No worker runs here: what meets does so by the locks that the tests hold.
const sandbox = sandboxClient()

afterAll(stopRelink)

function rule(ruling: 'hold' | 'stop', { itemId }: LinkedItem) {
  return ruleNotices({ itemId, ruling, adminEmail: 'admin@example.com', reason: 'they called' }, new Date())
}

async function brokenItem() {
  const item = await linkedItem()
  await sandbox.breakItem(item.plaidItemId, { silent: true })
  await refreshItem(item.itemId, new Date(), askedBy('sweep'))
  const notice = await db().notice.findFirstOrThrow({ where: { userId: item.userId } })
  return { item, noticeId: notice.id }
}

/** Comes back when so many transactions wait for a lock. */
async function waiting(count: number): Promise<void> {
  const read = () => db().$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  await expect.poll(async () => (await read()).length, { timeout: 10_000 }).toBe(count)
}

describe('a notice that is sent while somebody ends what waits', () => {
  it.each([
    ['an admin', (item: LinkedItem) => rule('stop', item)],
    [
      'a repair',
      async (item: LinkedItem) => {
        await sandbox.repair(item.plaidItemId, { silent: true })
        return refreshItem(item.itemId, new Date(), askedBy('sweep'))
      },
    ],
  ])('stays sent although %s came in between', async (_who, end) => {
    const { item, noticeId } = await brokenItem()
    const ended: Promise<unknown>[] = []
    await inTransaction(async (tx) => {
      await keepSent(tx, [noticeId], 'Your bank needs you', 'relink', new Date())
      ended.push(end(item))
      await waiting(1)
    })
    await Promise.all(ended)
    expect(await db().notice.findUnique({ where: { id: noticeId } })).toMatchObject({ state: 'sent', reason: null })
    expect(await db().historyEntry.count({ where: { itemId: item.itemId, kind: 'notice_dropped' } })).toBe(0)
  })
})

describe('a notice that waits for something', () => {
  it('waits for nothing any more once it was dropped', async () => {
    const { item, noticeId } = await brokenItem()
    await db().notice.update({ where: { id: noticeId }, data: { waitsFor: 'budget' } })
    await rule('stop', item)
    const dropped = { state: 'dropped', reason: 'stopped_by_admin', waitsFor: null }
    expect(await db().notice.findUnique({ where: { id: noticeId } })).toMatchObject(dropped)
  })
})

describe('two admins at once', () => {
  it('one of whom stops an incident’s messages: the other cannot hold them any more', async () => {
    const { item } = await brokenItem()
    const rulings: ReturnType<typeof rule>[] = []
    await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM users WHERE id = ${item.userId} FOR NO KEY UPDATE`
      rulings.push(rule('stop', item))
      await waiting(1)
      rulings.push(rule('hold', item))
      await waiting(2)
    })
    expect(await Promise.all(rulings)).toEqual([
      { outcome: 'done' },
      { outcome: 'not_done', reason: 'already_stopped' },
    ])
    expect(await db().incident.findFirst({ where: { itemId: item.itemId } })).toMatchObject({ heldAt: null })
  })
})
