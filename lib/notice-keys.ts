import { z } from 'zod'
import { minuteMs } from '#lib/domain/durations.ts'
import { type NoticeRules, defaultNoticeRules as usual } from '#lib/domain/notice-rules.ts'
import { isTimeZone } from '#lib/domain/time-zone.ts'
import { commaList } from './env-forms.ts'

const daysList = (days: readonly number[]) =>
  commaList
    .transform((parts) => parts.map(Number))
    .refine((numbers) => numbers.every((number) => Number.isFinite(number) && number > 0 && number <= 365), {
      error: 'must be numbers of days parted by commas, such as 3,7,14',
    })
    .default([...days])

const wholeNumber = (least: number) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int({ error: 'must be a whole number' })
    .min(least, {
      error: `must be ${least} or more`,
    })

const clockTime = /^([01]?\d|2[0-3]):([0-5]\d)$/

/** `21:00-8:00`, or `none`. */
const quietHours = z
  .string()
  .transform((value, context): NoticeRules['quietHours'] => {
    if (value === 'none') return null
    const [fromMinute, untilMinute] = value.split('-').map(minuteOfDay)
    if (typeof fromMinute === 'number' && typeof untilMinute === 'number' && fromMinute !== untilMinute) {
      return { fromMinute, untilMinute }
    }
    context.addIssue('must be two times of the day, such as 21:00-8:00, or none')
    return z.NEVER
  })
  .default(usual.quietHours)

function minuteOfDay(time: string): number | null {
  const parts = clockTime.exec(time.trim())
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null
}

/** The settings that say when people are told. */
export const noticeKeys = {
  NOTICE_GRACE_MINUTES: z.coerce
    .number({ error: 'must be a number of minutes' })
    .min(0, { error: 'must be 0 or more' })
    .max(24 * 60, { error: 'must be a day at most (1440)' })
    .default(usual.graceMs / minuteMs),
  NOTICE_REMINDER_DAYS: daysList(usual.reminderDays),
  NOTICE_ENDS_SOON_DAYS: daysList(usual.endsSoonDays),
  NOTICE_MOST_PER_DAY: wholeNumber(1).default(usual.mostPerDay),
  NOTICE_MOST_PER_WEEK: wholeNumber(1).default(usual.mostPerWeek),
  NOTICE_QUIET_HOURS: quietHours,
  NOTICE_TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'must be a time zone’s name, such as Europe/Berlin' })
    .default('UTC'),
  NOTICE_REPAIRED: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .transform((value) => value === 'true')
    .default(usual.tellsRepaired),
}

const schema = z.object(noticeKeys)

/** The same settings as the decisions read them. */
export function noticeRulesOf(env: z.infer<typeof schema>): NoticeRules {
  return {
    graceMs: env.NOTICE_GRACE_MINUTES * minuteMs,
    reminderDays: env.NOTICE_REMINDER_DAYS.toSorted((left, right) => left - right),
    endsSoonDays: env.NOTICE_ENDS_SOON_DAYS.toSorted((left, right) => right - left),
    mostPerDay: env.NOTICE_MOST_PER_DAY,
    mostPerWeek: env.NOTICE_MOST_PER_WEEK,
    quietHours: env.NOTICE_QUIET_HOURS,
    tellsRepaired: env.NOTICE_REPAIRED,
  }
}
