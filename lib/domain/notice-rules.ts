import { minuteMs } from './durations.ts'

/** When people are told, as the operator sets it (lib/env.ts). */
export type NoticeRules = {
  /** How long an Item must stay in a state before its person hears of it, in milliseconds. */
  graceMs: number
  /** Reminders of a broken Item, in days after it broke. */
  reminderDays: readonly number[]
  /** When to tell that access ends, in days before the end. */
  endsSoonDays: readonly number[]
  /** Messages that one person gets in any 24 hours, over all Items and channels; at least 1. */
  mostPerDay: number
  /** Messages that one person gets in any 7 times 24 hours; at least 1. */
  mostPerWeek: number
  /** In minutes of the person's day; may cross midnight. Null, or an end that is the beginning: no quiet hours. */
  quietHours: { fromMinute: number; untilMinute: number } | null
  /** Whether a person who was told of trouble is told that it is over. */
  tellsRepaired: boolean
}

/** What holds where the operator sets nothing. */
export const defaultNoticeRules: NoticeRules = {
  graceMs: 10 * minuteMs,
  reminderDays: [3, 7, 14, 21],
  endsSoonDays: [7, 2],
  mostPerDay: 1,
  mostPerWeek: 3,
  quietHours: { fromMinute: 21 * 60, untilMinute: 8 * 60 },
  tellsRepaired: false,
}
