import { expect, test, vi } from 'vitest'
import { breakItem } from '../acts/break-item.ts'
import { createItem } from '../acts/create-item.ts'
import { receiveWebhooks } from '../testing/receive-webhooks.ts'
import { runSandbox, type TestSandbox } from '../testing/run-sandbox.ts'
import { chaosSchema, openChaos } from './chaos.ts'

const settings = chaosSchema.parse({ dropShare: 0.3, repeatShare: 0.3, shuffle: true, maxDelayMs: 1_000, seed: 7 })

test('the same seed does the same', () => {
  const [one, other] = [openChaos(settings), openChaos(settings)]
  const run = (chaos: typeof one) => Array.from({ length: 50 }, () => chaos.nextDelaysMs())
  expect(run(one)).toEqual(run(other))
  expect(run(one)).not.toEqual(run(openChaos({ ...settings, seed: 8 })))
})

test('shares come out as asked for, and waits are below the longest', () => {
  const chaos = openChaos(settings)
  const delays = Array.from({ length: 10_000 }, () => chaos.nextDelaysMs())
  expect(chaos.counts.sent).toBe(10_000)
  expect(chaos.counts.dropped / 10_000).toBeCloseTo(0.3, 1)
  expect(chaos.counts.repeated / (10_000 - chaos.counts.dropped)).toBeCloseTo(0.3, 1)
  expect(delays.filter((copies) => copies.length === 0)).toHaveLength(chaos.counts.dropped)
  expect(delays.filter((copies) => copies.length > 1)).toHaveLength(chaos.counts.repeated)
  expect(Math.max(...delays.flat())).toBeLessThanOrEqual(1_000)
})

function breakItems({ sandbox }: TestSandbox, webhook: string, count: number): void {
  for (let item = 0; item < count; item++) breakItem(sandbox, createItem(sandbox, { institutionId, webhook }).itemId)
}
const institutionId = 'ins_109508'

test('webhooks are lost, repeated and overtake each other until chaos is called off', async () => {
  const running = await runSandbox()
  const receiver = await receiveWebhooks()
  await running.control('chaos', { ...settings, maxDelayMs: 100 })
  breakItems(running, receiver.url, 100)
  const chaos = async () => (await fetch(`${running.url}/control/chaos`)).json()
  await vi.waitFor(async () => expect((await chaos()).waiting).toBe(0), { timeout: 10_000 })
  const { counts } = await chaos()
  expect(counts.dropped).toBeGreaterThan(10)
  expect(counts.repeated).toBeGreaterThan(10)
  const told = receiver.received.map(({ body }) => JSON.parse(body).item_id)
  expect(new Set(told).size).toBe(100 - counts.dropped)
  expect(told.length).toBeGreaterThan(new Set(told).size)
  const itemIds = Object.keys(running.sandbox.store.state.items)
  expect([...new Set(told)]).not.toEqual(itemIds.filter((itemId) => told.includes(itemId)))
  await fetch(`${running.url}/control/chaos`, { method: 'DELETE' })
  const before = receiver.received.length
  breakItems(running, receiver.url, 20)
  await vi.waitFor(() => expect(receiver.received).toHaveLength(before + 20))
})

test('many Items are made at once, each with its public token', async () => {
  const { plaid, control } = await runSandbox()
  const answer = await control('items/bulk', { institutionId, count: 200 })
  const { items } = await answer.json()
  expect(items).toHaveLength(200)
  const { data } = await plaid.itemPublicTokenExchange({ public_token: items[199].publicToken })
  expect(data.item_id).toBe(items[199].itemId)
})

test('a log that is full forgets only what is over', async () => {
  const { sandbox, control } = await runSandbox()
  const receiver = await receiveWebhooks()
  await control('chaos', { maxDelayMs: 60_000 })
  const { itemId } = createItem(sandbox, { institutionId, webhook: receiver.url })
  for (let time = 0; time < 600; time++) breakItem(sandbox, itemId)
  expect(sandbox.store.state.deliveries).toHaveLength(600)
})
