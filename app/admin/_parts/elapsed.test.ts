import { expect, it } from 'vitest'
import { elapsed } from './elapsed.ts'

const now = new Date('2026-11-19T14:32:00Z')

it('tells how long a connection has been open in the two units that matter', () => {
  expect(elapsed(new Date('2026-11-19T14:31:30Z'), now)).toBe('< 1 min')
  expect(elapsed(new Date('2026-11-19T14:20:00Z'), now)).toBe('12 min')
  expect(elapsed(new Date('2026-11-19T11:20:00Z'), now)).toBe('3 h 12 min')
  expect(elapsed(new Date('2026-11-17T14:12:00Z'), now)).toBe('2 d 0 h')
  expect(elapsed(new Date('2026-10-09T10:00:00Z'), now)).toBe('41 d 4 h')
})

it('says nothing odd when two clocks differ', () => {
  expect(elapsed(new Date('2026-11-19T14:33:00Z'), now)).toBe('< 1 min')
})
