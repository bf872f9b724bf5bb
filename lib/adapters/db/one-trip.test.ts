import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { stopRelink } from '../../../scripts/testing/relink.ts'
import { db } from './client.ts'
import { newId } from './new-id.ts'
import { inOneTrip } from './one-trip.ts'
import { storeDeliveries } from './store-deliveries.ts'

const stored = () => db().webhookDelivery.count()

function someDeliveries(count: number) {
  const row = { receivedAt: new Date(), webhookType: 'ITEM', webhookCode: 'ERROR', plaidItemId: null, source: 'plaid' }
  return Array.from({ length: count }, () => ({ ...row, id: newId(), body: Buffer.from([0, 1, 255]) }))
}

beforeEach(async () => {
  await db().webhookDelivery.deleteMany()
})
afterAll(stopRelink)

describe('statements that travel together', () => {
  it('are all stored, byte for byte', async () => {
    await inOneTrip([storeDeliveries(someDeliveries(2)), storeDeliveries(someDeliveries(1))])
    const bodies = await db().webhookDelivery.findMany({ select: { body: true } })
    expect(bodies.map(({ body }) => [...body])).toEqual([
      [0, 1, 255],
      [0, 1, 255],
      [0, 1, 255],
    ])
  })

  it.each([
    ['first', (good: string) => ['SELECT 1/0', good]],
    ['last', (good: string) => [good, 'SELECT 1/0']],
  ])('leave nothing when the %s one fails, and the next ones are stored', async (_which, order) => {
    const good = storeDeliveries(someDeliveries(1))
    const statements = order('good').map((text) => (text === 'good' ? good : { text, values: [] }))
    await expect(inOneTrip(statements)).rejects.toThrow('division by zero')
    expect(await stored()).toBe(0)
    await inOneTrip([good])
    expect(await stored()).toBe(1)
  })

  it.each([
    ['reuses a name for another text', { name: 'twice', text: 'SELECT 2', values: [] }],
    ['has a value that cannot be written', { text: 'SELECT $1', values: [{ toPostgres: () => neverWritten() }] }],
  ])('leave nothing when pg itself refuses one, which %s', async (_what, refused) => {
    const good = storeDeliveries(someDeliveries(1))
    const trip = [good, { name: 'twice', text: 'SELECT 1', values: [] }, refused]
    await expect(inOneTrip(trip)).rejects.toThrow(/must be unique|cannot be written/)
    expect(await stored()).toBe(0)
    await inOneTrip([good])
    expect(await stored()).toBe(1)
  })
})

function neverWritten(): never {
  throw new RangeError('cannot be written')
}
