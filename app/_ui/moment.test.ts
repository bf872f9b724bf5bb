import { describe, expect, it } from 'vitest'
import type { Language } from '#lib/domain/language.ts'
import { writeMoment } from './moment.ts'

const now = new Date('2026-11-19T15:00:00Z')
const at = (iso: string) => new Date(iso)

/** With plain spaces: that a day stays with its month is for the eye. */
function dayOf(iso: string, language?: Language) {
  return writeMoment(at(iso), 'day', now, 'UTC', language).replaceAll('\u00a0', ' ')
}

describe('an instant in words', () => {
  it('names today and yesterday, then the weekday, then the date', () => {
    expect(writeMoment(at('2026-11-19T09:04:00Z'), 'moment', now, 'UTC')).toBe('Today, 9:04')
    expect(writeMoment(at('2026-11-18T23:59:00Z'), 'moment', now, 'UTC')).toBe('Yesterday, 23:59')
    expect(writeMoment(at('2026-11-17T14:12:00Z'), 'moment', now, 'UTC')).toBe('Tuesday, 14:12')
    expect(writeMoment(at('2026-11-05T18:40:00Z'), 'moment', now, 'UTC')).toBe('5 November, 18:40')
    expect(writeMoment(at('2025-11-05T18:40:00Z'), 'moment', now, 'UTC')).toBe('5 November 2025')
  })

  it('says the weekday with every near date', () => {
    expect(dayOf('2026-11-24T10:00:00Z')).toBe('Tuesday, 24 November')
    expect(dayOf('2026-12-24T10:00:00Z')).toBe('24 December')
    expect(dayOf('2027-11-24T10:00:00Z')).toBe('24 November 2027')
  })

  it.each([
    ['es', '2026-11-24T10:00:00Z', 'martes 24 de noviembre'],
    ['es', '2027-11-24T10:00:00Z', '24 de noviembre de 2027'],
    ['fr', '2026-11-24T10:00:00Z', 'mardi 24 novembre'],
    ['fr', '2026-12-01T10:00:00Z', 'mardi 1er décembre'],
    ['fr', '2027-11-24T10:00:00Z', '24 novembre 2027'],
  ] as const)('in %s writes the day %s as %s', (language, iso, words) => {
    expect(dayOf(iso, language)).toBe(words)
  })

  it('follows the zone of the reader, over midnight too', () => {
    const late = at('2026-11-19T03:30:00Z')
    expect(writeMoment(late, 'moment', now, 'America/New_York')).toBe('Yesterday, 22:30')
    expect(writeMoment(late, 'day', now, 'America/New_York')).toBe('Wednesday, 18\u00a0November')
  })

  it('is small inside a sentence, and exact for the console', () => {
    expect(writeMoment(at('2026-11-19T09:04:00Z'), 'inline', now, 'UTC')).toBe('today, 9:04')
    expect(writeMoment(at('2026-11-17T14:12:08Z'), 'exact', now, 'UTC')).toBe('17 Nov 2026, 14:12:08')
    expect(writeMoment(at('2026-11-17T00:12:08Z'), 'clock', now, 'UTC')).toBe('0:12:08')
  })
})
