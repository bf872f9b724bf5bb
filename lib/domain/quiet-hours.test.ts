import { describe, expect, it } from 'vitest'
import { defaultNoticeRules, type NoticeRules } from './notice-rules.ts'
import { afterQuietHours } from './quiet-hours.ts'

/** `21:00-8:00` */
function quiet(hours: string): NoticeRules {
  const [fromMinute = 0, untilMinute = 0] = hours.split('-').map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return hour * 60 + minute
  })
  return { ...defaultNoticeRules, quietHours: { fromMinute, untilMinute } }
}

describe('a message waits until quiet hours are over', () => {
  it.each([
    ['an ordinary evening', '2026-06-01T19:00:00Z', 'Europe/Berlin', '21:00-8:00', '2026-06-02T06:00:00Z'],
    ['the last minute of them', '2026-06-01T05:59:59.999Z', 'Europe/Berlin', '21:00-8:00', '2026-06-01T06:00:00Z'],
    ['after midnight', '2026-06-01T22:00:00.001Z', 'Europe/Berlin', '21:00-8:00', '2026-06-02T06:00:00Z'],
    ['the short night of spring', '2026-03-28T20:00:00Z', 'Europe/Berlin', '21:00-8:00', '2026-03-29T06:00:00Z'],
    ['the long night of autumn', '2026-10-24T19:00:00Z', 'Europe/Berlin', '21:00-8:00', '2026-10-25T07:00:00Z'],
    ['the short night of spring', '2026-03-08T02:00:00Z', 'America/New_York', '21:00-8:00', '2026-03-08T12:00:00Z'],
    ['the long night of autumn', '2026-11-01T01:00:00Z', 'America/New_York', '21:00-8:00', '2026-11-01T13:00:00Z'],
    ['half hours', '2026-06-01T15:30:00Z', 'Asia/Kolkata', '21:00-8:00', '2026-06-02T02:30:00Z'],
    ['a change by half an hour', '2026-10-03T12:00:00Z', 'Australia/Lord_Howe', '21:00-8:00', '2026-10-03T21:00:00Z'],
    ['and back again', '2026-04-04T12:00:00Z', 'Australia/Lord_Howe', '21:00-8:00', '2026-04-04T21:30:00Z'],
    ['a morning that never was', '2011-12-30T09:00:00Z', 'Pacific/Apia', '21:00-8:00', '2011-12-30T18:00:00Z'],
    ['an end that spring skips', '2026-03-28T23:00:00Z', 'Europe/Berlin', '21:00-2:30', '2026-03-29T01:00:00Z'],
    ['the first pass of autumn’s end', '2026-10-25T00:10:00Z', 'Europe/Berlin', '21:00-2:30', '2026-10-25T00:30:00Z'],
    ['its second pass', '2026-10-25T01:10:59.999Z', 'Europe/Berlin', '21:00-2:30', '2026-10-25T01:30:00Z'],
    ['both passes', '2026-10-25T00:10:00Z', 'Europe/Berlin', '2:00-3:00', '2026-10-25T02:00:00Z'],
    ['a rest at noon', '2026-06-01T10:30:00Z', 'Europe/Berlin', '12:00-14:00', '2026-06-01T12:00:00Z'],
    ['nearly the whole day', '2026-06-01T10:30:00Z', 'UTC', '8:01-8:00', '2026-06-02T08:00:00Z'],
  ])('%s: %s in %s, %s', (_, at, timeZone, hours, expected) => {
    expect(afterQuietHours(new Date(at), timeZone, quiet(hours))).toEqual(new Date(expected))
  })

  it.each([
    ['8:00 itself', '2026-06-01T06:00:00Z', 'Europe/Berlin', '21:00-8:00'],
    ['a minute before 21:00', '2026-06-01T18:59:59.999Z', 'Europe/Berlin', '21:00-8:00'],
    ['hours that spring skips whole', '2026-03-29T01:00:00Z', 'Europe/Berlin', '2:00-3:00'],
    ['an end that is the beginning', '2026-06-01T06:00:00Z', 'UTC', '8:00-8:00'],
  ])('and not at all at %s', (_, at, timeZone, hours) => {
    expect(afterQuietHours(new Date(at), timeZone, quiet(hours))).toEqual(new Date(at))
  })

  it('and not at all where there are none', () => {
    const at = new Date('2026-06-01T01:00:00Z')
    expect(afterQuietHours(at, 'UTC', { ...defaultNoticeRules, quietHours: null })).toEqual(at)
  })
})
