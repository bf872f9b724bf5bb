import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, isTimeZone, localTime, timeZoneOf } from './time-zone.ts'

/** `2026-03-29 02:30` */
function wall(text: string) {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[-: ]/).map(Number)
  return { year, month, day, hour, minute }
}

describe('a time zone', () => {
  it.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'UTC', 'europe/berlin'])(
    '%s is one',
    (name) => {
      expect(isTimeZone(name)).toBe(true)
    },
  )

  it.each(['', 'Berlin', 'Europe/Nowhere', 'UTC; drop table users', 'x'.repeat(10_000)])('%j is none', (name) => {
    expect(isTimeZone(name)).toBe(false)
  })
})

describe('the time zone of a person', () => {
  it.each([
    ['that they chose', 'Asia/Kolkata', 'Europe/Berlin', 'Asia/Kolkata'],
    ['of their browser without a choice', null, 'Europe/Berlin', 'Europe/Berlin'],
    ['of their browser when their choice is none', 'Europe/Nowhere', 'Europe/Berlin', 'Europe/Berlin'],
    ['of this installation when nothing known is one', null, 'Europe/Nowhere', 'America/New_York'],
  ])('is the one %s', (_, timeZone, browserTimeZone, used) => {
    expect(timeZoneOf({ timeZone, browserTimeZone }, 'America/New_York')).toBe(used)
  })
})

describe('the time on the wall', () => {
  it.each([
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', [2026, 3, 29, 1, 59, 59]],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', [2026, 3, 29, 3, 0, 0]],
    ['2026-11-01T06:30:00Z', 'America/New_York', [2026, 11, 1, 1, 30, 0]],
    ['2026-06-01T18:31:00Z', 'Asia/Kolkata', [2026, 6, 2, 0, 1, 0]],
    ['2026-06-01T18:16:00Z', 'Asia/Kathmandu', [2026, 6, 2, 0, 1, 0]],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', [2011, 12, 31, 0, 0, 0]],
    ['2026-04-04T15:00:00Z', 'Australia/Lord_Howe', [2026, 4, 5, 1, 30, 0]],
    ['2026-01-01T00:00:00Z', 'UTC', [2026, 1, 1, 0, 0, 0]],
  ] as const)('at %s in %s', (at, timeZone, expected) => {
    expect(Object.values(localTime(new Date(at), timeZone))).toEqual(expected)
  })
})

describe('the instant at which the wall shows', () => {
  it.each([
    ['an ordinary time', '2026-06-01 08:00', 'Europe/Berlin', '2026-06-01T06:00:00Z'],
    ['a time that spring skips', '2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['the end of that gap', '2026-03-29 03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['a time that autumn repeats', '2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['the time after it', '2026-10-25 03:00', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    ['a time that spring skips', '2026-03-08 02:15', 'America/New_York', '2026-03-08T07:00:00Z'],
    ['a time that autumn repeats', '2026-11-01 01:15', 'America/New_York', '2026-11-01T05:15:00Z'],
    ['half an hour that is skipped', '2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['half an hour that is repeated', '2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
    ['a day that never was', '2011-12-30 12:00', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['a minute beyond the day', '2026-06-01 24:30', 'Asia/Kolkata', '2026-06-01T19:00:00Z'],
    ['the day after the last of a year', '2026-12-32 08:00', 'America/New_York', '2027-01-01T13:00:00Z'],
  ])('%s: %s in %s', (_, local, timeZone, expected) => {
    expect(instantOf(wall(local), timeZone)).toEqual(new Date(expected))
  })

  it('is the first that shows what an instant’s wall shows, to the minute', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
      'America/St_Johns',
      'Asia/Kolkata',
      'Africa/Casablanca',
    )
    const minutes = fc.integer({ min: Date.UTC(2020) / 60_000, max: Date.UTC(2030) / 60_000 })
    fc.assert(
      fc.property(minutes, zones, (minute, timeZone) => {
        const at = new Date(minute * 60_000)
        const back = instantOf(localTime(at, timeZone), timeZone)
        // The first pass of a repeated time lies at most an hour before.
        return back <= at && at.getTime() - back.getTime() <= 3_600_000 && sameWall(back, at, timeZone)
      }),
      { numRuns: 3_000 },
    )
  })
})

function sameWall(one: Date, other: Date, timeZone: string): boolean {
  return JSON.stringify(localTime(one, timeZone)) === JSON.stringify(localTime(other, timeZone))
}
