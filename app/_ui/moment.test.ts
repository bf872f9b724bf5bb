import { describe, expect, it } from 'vitest'
import { writeMoment } from './moment.ts'

const now = new Date('2026-11-19T15:00:00Z')
const at = (iso: string) => new Date(iso)

describe('an instant in words', () => {
  it('names today and yesterday, then the weekday, then the date', () => {
    expect(writeMoment(at('2026-11-19T09:04:00Z'), 'moment', now, 'UTC')).toBe('Today, 9:04')
    expect(writeMoment(at('2026-11-18T23:59:00Z'), 'moment', now, 'UTC')).toBe('Yesterday, 23:59')
    expect(writeMoment(at('2026-11-17T14:12:00Z'), 'moment', now, 'UTC')).toBe('Tuesday, 14:12')
    expect(writeMoment(at('2026-11-05T18:40:00Z'), 'moment', now, 'UTC')).toBe('5 November, 18:40')
    expect(writeMoment(at('2025-11-05T18:40:00Z'), 'moment', now, 'UTC')).toBe('5 November 2025')
  })

  it('says the weekday with every near date', () => {
    expect(writeMoment(at('2026-11-24T10:00:00Z'), 'day', now, 'UTC')).toBe('Tuesday, 24 November')
    expect(writeMoment(at('2026-12-24T10:00:00Z'), 'day', now, 'UTC')).toBe('24 December')
    expect(writeMoment(at('2027-11-24T10:00:00Z'), 'day', now, 'UTC')).toBe('24 November 2027')
  })

  it('follows the zone of the reader, over midnight too', () => {
    const late = at('2026-11-19T03:30:00Z')
    expect(writeMoment(late, 'moment', now, 'America/New_York')).toBe('Yesterday, 22:30')
    expect(writeMoment(late, 'day', now, 'America/New_York')).toBe('Wednesday, 18 November')
  })

  it('is small inside a sentence, and exact for the console', () => {
    expect(writeMoment(at('2026-11-19T09:04:00Z'), 'inline', now, 'UTC')).toBe('today, 9:04')
    expect(writeMoment(at('2026-11-17T14:12:08Z'), 'exact', now, 'UTC')).toBe('17 Nov 2026, 14:12:08')
    expect(writeMoment(at('2026-11-17T00:12:08Z'), 'clock', now, 'UTC')).toBe('0:12:08')
  })
})
