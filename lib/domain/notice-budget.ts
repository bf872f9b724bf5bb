import { dayMs } from './durations.ts'
import type { NoticeRules } from './notice-rules.ts'

/**
 * The first instant from `at` on at which one more message stays within the person's budget, in any 24 hours and in any
 * 7 times 24 hours. Once within it, every later instant is, too, until something is sent.
 * @param sentAt the person's messages of the last 7 days, sent or on their way, in any order
 */
export function afterBudget(at: Date, sentAt: readonly Date[], rules: NoticeRules): Date {
  const latestFirst = sentAt.map((sent) => sent.getTime()).sort((one, other) => other - one)
  const day = freeAgain(latestFirst, rules.mostPerDay, dayMs)
  const week = freeAgain(latestFirst, rules.mostPerWeek, 7 * dayMs)
  return new Date(Math.max(at.getTime(), day, week))
}

/** When the last but `most` message leaves the window. */
function freeAgain(latestFirst: readonly number[], most: number, windowMs: number): number {
  const blocking = latestFirst[Math.max(1, most) - 1]
  return blocking === undefined ? Number.NEGATIVE_INFINITY : blocking + windowMs
}
