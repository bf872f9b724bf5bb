import { afterBudget } from './notice-budget.ts'
import type { NoticeRules } from './notice-rules.ts'
import { afterQuietHours } from './quiet-hours.ts'

/** What limits when a person may be told anything at all. */
export type Limits = {
  /** The person's messages of the last 7 days, sent or on their way. */
  toldAt: readonly Date[]
  timeZone: string
  rules: NoticeRules
}

/** `because`: which limit lasts longer when both apply; null when none does. */
export type AllowedMoment = { at: Date; because: 'quiet_hours' | 'budget' | null }

/**
 * The first instant from `at` on at which the budget and the quiet hours both allow a message.
 * @throws RangeError for a time zone that is none
 */
export function allowedMoment(at: Date, { toldAt, timeZone, rules }: Limits): AllowedMoment {
  const inBudget = afterBudget(at, toldAt, rules)
  // In this order once is enough: the budget still allows it when the quiet hours after it are over.
  const allowed = afterQuietHours(inBudget, timeZone, rules)
  if (allowed <= at) return { at, because: null }
  const isBudget = inBudget > at && inBudget >= afterQuietHours(at, timeZone, rules)
  return { at: allowed, because: isBudget ? 'budget' : 'quiet_hours' }
}
