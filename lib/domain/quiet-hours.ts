import { minuteMs } from './durations.ts'
import type { NoticeRules } from './notice-rules.ts'
import { instantOf, localTime } from './time-zone.ts'

const minutesOfDay = 24 * 60

/**
 * The first instant from `at` on that is not quiet by the clock on the person's wall: `at` itself when it is not. In
 * the hour that autumn repeats the clock decides, too, so an end within that hour comes twice.
 * @throws RangeError for a time zone that is none
 */
export function afterQuietHours(at: Date, timeZone: string, rules: NoticeRules): Date {
  const { quietHours } = rules
  if (!quietHours) return at
  const { year, month, day, hour, minute } = localTime(at, timeZone)
  const minuteOfDay = hour * 60 + minute
  if (!isQuiet(minuteOfDay, quietHours)) return at
  const left = (quietHours.untilMinute - minuteOfDay + minutesOfDay) % minutesOfDay
  const end = instantOf({ year, month, day, hour, minute: minute + left }, timeZone)
  // In the second pass of a repeated hour the first instant of that time is over.
  const next = end > at ? end : new Date(Math.floor(at.getTime() / minuteMs) * minuteMs + left * minuteMs)
  // Where the wall jumps over the end, it may land in quiet hours again: Samoa once skipped a day.
  return afterQuietHours(next, timeZone, rules)
}

function isQuiet(minute: number, { fromMinute, untilMinute }: NonNullable<NoticeRules['quietHours']>): boolean {
  if (fromMinute <= untilMinute) return minute >= fromMinute && minute < untilMinute
  return minute >= fromMinute || minute < untilMinute
}
