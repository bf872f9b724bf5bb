import { expect, it } from 'vitest'
import { laterUntil } from './later.ts'

it.each([
  ['tomorrow', '2026-11-26T12:00:00.000Z'],
  ['three_days', '2026-11-28T12:00:00.000Z'],
  ['week', '2026-12-02T12:00:00.000Z'],
] as const)('who says %s is left in peace until %s', (later, until) => {
  expect(laterUntil(later, new Date('2026-11-25T12:00:00Z')).toISOString()).toBe(until)
})
