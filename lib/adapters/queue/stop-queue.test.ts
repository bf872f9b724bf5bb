import { setTimeout as sleep } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { afterAll, expect, it, vi } from 'vitest'
import { closeDb, db, inTransaction } from '#lib/adapters/db/client.ts'
import { enqueue, queue, stopQueue } from './queue.ts'

afterAll(closeDb)

it('a job that finishes while the queue stops leaves the next one to it, and starts no second queue', async () => {
  const started = vi.spyOn(PgBoss.prototype, 'start')
  const boss = await queue()
  const isAtWork = Promise.withResolvers<void>()
  await boss.work('check-item', { pollingIntervalSeconds: 0.5 }, async () => {
    isAtWork.resolve()
    await sleep(500)
    await inTransaction((tx) => enqueue(tx, 'sweep-items', {}))
  })
  await inTransaction((tx) => enqueue(tx, 'check-item', { itemId: 'item-1' }))
  await isAtWork.promise
  await stopQueue(5_000)
  const [left] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'sweep-items'`
  expect(left?.count).toBe(1)
  expect(started).toHaveBeenCalledOnce()
})
