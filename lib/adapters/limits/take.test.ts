import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { stopRelink } from '../../../scripts/testing/relink.ts'
import { take, takeInTurn } from './take.ts'

const minuteMs = 60_000
const atPlaid = 15

beforeEach(async () => {
  await db().rateLimit.deleteMany()
})
afterAll(stopRelink)

describe('what may be asked about one Item', () => {
  it('is all that Plaid allows in a minute, at once and not once more', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => take('item-get-item', 'an Item')))
    expect(taken.filter(Boolean)).toHaveLength(atPlaid)
    expect(await take('item-get-item', 'another Item')).toBe(true)
  })

  it('comes back as each use grows old, and no minute has more than Plaid allows, wherever it begins', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const start = Date.now()
    const granted: number[] = []
    // Five minutes of asking: every half second for a while, then a pause, so that bursts meet old windows' ends.
    for (let ms = 0; ms < 5 * minuteMs; ms += ms % 45_000 < 20_000 ? 500 : 5_000) {
      vi.setSystemTime(start + ms)
      if (await take('item-get-item', 'a busy Item')) granted.push(ms)
    }
    vi.useRealTimers()
    for (const from of granted) {
      expect(granted.filter((ms) => ms >= from && ms < from + minuteMs + 10_000).length).toBeLessThanOrEqual(atPlaid)
    }
    expect(granted.length).toBeGreaterThanOrEqual(4 * atPlaid)
  })
})

describe('what may be asked by us as a client', () => {
  it('waits for the next window once this one is used up, and is refused where that takes too long', async () => {
    const startedAt = performance.now()
    const inWindow = await Promise.all(Array.from({ length: 384 }, () => take('item-get-client', 'all')))
    expect(inWindow.every(Boolean)).toBe(true)
    expect(await takeInTurn('item-get-client', 'all', 1)).toBe(false)
    expect(await takeInTurn('item-get-client', 'all', 10_000)).toBe(true)
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(5_000)
  })
})
