import { expect, it } from 'vitest'
import { isMissed } from './webhook-drift.ts'

const sentAt = new Date('2026-11-20T10:00:00Z')
const minutesLater = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000)

it('misses a webhook that Plaid sent and that nobody here ever got', () => {
  expect(isMissed(sentAt, null)).toBe(true)
  expect(isMissed(sentAt, minutesLater(-3))).toBe(true)
})

it('misses none that came, whichever of the two clocks is ahead by a little', () => {
  expect(isMissed(sentAt, minutesLater(0))).toBe(false)
  expect(isMissed(sentAt, minutesLater(-2))).toBe(false)
  expect(isMissed(sentAt, minutesLater(600))).toBe(false)
})

it('misses none where Plaid says that it sent none', () => {
  expect(isMissed(null, null)).toBe(false)
})
