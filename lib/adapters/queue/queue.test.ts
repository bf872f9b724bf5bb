import { afterAll, expect, it } from 'vitest'
import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { stopRelink } from '../../../scripts/testing/relink.ts'
import { enqueue, enqueueAll, queue } from './queue.ts'

afterAll(stopRelink)

async function waiting(): Promise<number | undefined> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'check-item' AND state < 'active'`
  return row?.count
}

it('takes one check of an Item at a time, however it is left, and another one once that is done', async () => {
  const boss = await queue()
  const check = { itemId: 'an-item' }
  await inTransaction((tx) => enqueue(tx, 'check-item', check))
  await inTransaction((tx) => enqueue(tx, 'check-item', check))
  await inTransaction((tx) => enqueueAll(tx, 'check-item', [check, { itemId: 'another' }, check]))
  expect(await waiting()).toBe(2)
  for (const { id } of await boss.fetch('check-item', { batchSize: 2 })) await boss.complete('check-item', id)
  await inTransaction((tx) => enqueue(tx, 'check-item', check))
  expect(await waiting()).toBe(1)
})
