import { dayMs } from './durations.ts'

/** For how long a person can choose to hear nothing about a bank. */
export const laters = ['tomorrow', 'three_days', 'week'] as const
export type Later = (typeof laters)[number]

const days: Record<Later, number> = { tomorrow: 1, three_days: 3, week: 7 }

/** Until when it is quiet; then one reminder goes, within the rules for all messages. */
export function laterUntil(later: Later, now: Date): Date {
  return new Date(now.getTime() + days[later] * dayMs)
}
