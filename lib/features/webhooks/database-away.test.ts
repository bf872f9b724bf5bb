import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type DatabaseWay, openDatabaseWay } from '../../../scripts/testing/database-way.ts'
import { deliver, itemErrorBody, stopRelink } from '../../../scripts/testing/relink.ts'
import { answersDuring } from '../../../scripts/testing/webhook-answers.ts'

// Plaid takes a silence of ten seconds for a failure, and does not read what is said after it.
const plaidsPatienceMs = 10_000

const body = itemErrorBody('wz666MBjYWTp2PDzzggYhM6oWWmBb')
const lockTable = 'BEGIN; LOCK TABLE webhook_deliveries IN EXCLUSIVE MODE'
let way: DatabaseWay

beforeAll(async () => {
  way = await openDatabaseWay()
  expect(await deliver(body)).toBe(200)
})
beforeEach(() => way.past.query('DELETE FROM webhook_deliveries'))
afterAll(async () => {
  await stopRelink()
  await way.close()
})

const waitingForTheTable = async () => {
  const text = "SELECT 1 FROM pg_locks WHERE relation = 'webhook_deliveries'::regclass AND NOT granted"
  return (await way.past.query(text)).rowCount
}
const stored = async () => (await way.past.query('SELECT 1 FROM webhook_deliveries')).rowCount
async function answeredInTime(): Promise<number> {
  const startedAt = performance.now()
  const status = await deliver(body)
  expect(performance.now() - startedAt).toBeLessThan(plaidsPatienceMs)
  return status
}

it('a webhook is answered 503 in time while the database is silent, and the next one passes when it is back', async () => {
  way.goSilent()
  expect(await answersDuring(async () => expect(await answeredInTime()).toBe(503))).toEqual({ unavailable: 1 })
  // The first one met a connection that had gone silent; this one meets a database that answers no new one.
  expect(await answeredInTime()).toBe(503)
  way.reopen()
  expect(await answeredInTime()).toBe(200)
  expect(await stored()).toBe(1)
}, 40_000)

it('a webhook is answered 503 when its connection is cut, and the next one passes', async () => {
  await way.past.query(lockTable)
  const answer = deliver(body)
  await expect.poll(waitingForTheTable, { interval: 20, timeout: plaidsPatienceMs }).toBe(1)
  way.cut()
  expect(await answer).toBe(503)
  await way.past.query('ROLLBACK')
  expect(await deliver(body)).toBe(200)
})

it('a webhook is answered 503 in time while the table is locked, and nothing of it waits on in the database', async () => {
  await way.past.query(lockTable)
  expect(await answeredInTime()).toBe(503)
  expect(await waitingForTheTable()).toBe(0)
  await way.past.query('ROLLBACK')
  expect(await deliver(body)).toBe(200)
  expect(await stored()).toBe(1)
}, 40_000)
