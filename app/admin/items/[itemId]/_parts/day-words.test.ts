import { expect, it } from 'vitest'
import { dayWords } from './day-words.ts'

const now = new Date('2026-11-19T14:32:00Z')

it('names the day in the zone of its reader', () => {
  expect(dayWords(new Date('2026-11-19T00:30:00Z'), now, 'UTC')).toBe('Today, 19 November')
  expect(dayWords(new Date('2026-11-19T00:30:00Z'), now, 'America/Los_Angeles')).toBe('Wednesday, 18 November')
  expect(dayWords(new Date('2026-11-18T16:00:00Z'), now, 'Asia/Tokyo')).toBe('Today, 19 November')
})

it('names the year only of another year', () => {
  expect(dayWords(new Date('2025-03-03T10:00:00Z'), now, 'UTC')).toBe('3 March 2025')
})
