import { dayMs } from './durations.ts'

/** What the calendar and the clock on the wall say; months and days count from 1. */
export type LocalTime = { year: number; month: number; day: number; hour: number; minute: number; second: number }

const formats = new Map<string, Intl.DateTimeFormat>()

/** Whether a name is a time zone that this machine knows (`Europe/Berlin`). */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The time zone to count by for a person: their choice, else their browser's, else `otherwise`. */
export function timeZoneOf(
  person: { timeZone: string | null; browserTimeZone: string | null },
  otherwise: string,
): string {
  // What was known once may be none by now.
  const known = [person.timeZone, person.browserTimeZone].find((zone) => zone !== null && isTimeZone(zone))
  return known ?? otherwise
}

/**
 * The wall's time at an instant.
 * @throws RangeError for a time zone that is none
 */
export function localTime(at: Date, timeZone: string): LocalTime {
  const parts = formatOf(timeZone).formatToParts(at)
  const read = (wanted: keyof LocalTime) => Number(parts.find(({ type }) => type === wanted)?.value)
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  }
}

/**
 * The instant at which the wall shows a time. A time that is skipped (spring) gives the first instant after it, a time
 * that comes twice (autumn) the first of both. Days and minutes beyond their range count on: day 32 is in the next
 * month.
 * @throws RangeError for a time zone that is none
 */
export function instantOf(local: Omit<LocalTime, 'second'>, timeZone: string): Date {
  const wall = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute)
  // No zone is a day away from UTC, so these are the offsets before and after any change near it.
  const before = wall - offsetMs(wall - dayMs, timeZone)
  const after = wall - offsetMs(wall + dayMs, timeZone)
  const [early, late] = [Math.min(before, after), Math.max(before, after)]
  const hit = [early, late].find((instant) => wallMs(instant, timeZone) === wall)
  return new Date(hit ?? firstNotBefore(wall, early, late, timeZone))
}

/** The end of a gap: between `early` and `late` the wall jumps over `wall`. */
function firstNotBefore(wall: number, early: number, late: number, timeZone: string): number {
  let [low, high] = [early, late]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (wallMs(middle, timeZone) < wall) low = middle
    else high = middle
  }
  return high
}

function offsetMs(instant: number, timeZone: string): number {
  return wallMs(instant, timeZone) - instant
}

/** The wall's time as if it were UTC. */
function wallMs(instant: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = localTime(new Date(instant), timeZone)
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000)
}

/** Making a format costs a hundred times as much as using one. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  // Names are the same in any case: without this, what browsers send could fill the memory with spellings.
  const name = timeZone.toLowerCase()
  const known = formats.get(name)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(name, format)
  return format
}
