import { dayMs } from './durations.ts'
import type { NoticeKind } from './notice.ts'
import type { NoticeRules } from './notice-rules.ts'

/** One step of telling about an incident. */
export type ScheduledStep = {
  /** Its place in the kind's schedule, from 1. Steps whose time has passed are left out, so a number may be missing. */
  number: number
  /** What the steps count from: when the Item came into the state or, where that is known, when its access ends. */
  anchorAt: Date
  /** Not before this. */
  dueAt: Date
}

/** Two steps about the same incident are never nearer than this. */
export const stepGapMs = dayMs

/**
 * The first step of telling.
 * @param facts `at`: when the Item came into the state; `endsAt`: when its access ends, where that is known
 */
export function firstStep(
  kind: NoticeKind,
  { at, endsAt }: { at: Date; endsAt: Date | null },
  rules: NoticeRules,
): ScheduledStep {
  const afterGrace = at.getTime() + rules.graceMs
  switch (kind) {
    case 'broken':
    case 'access_revoked':
    case 'cannot_return':
      return { number: 1, anchorAt: at, dueAt: new Date(afterGrace) }
    case 'repaired':
      return { number: 1, anchorAt: at, dueAt: at }
    case 'ends_soon': {
      const anchorAt = endsAt ?? at
      // Without a known end the first mark lies behind, so the grace decides.
      const [mark = afterGrace] = marksOf(kind, anchorAt, rules)
      return { number: 1, anchorAt, dueAt: new Date(Math.max(afterGrace, mark)) }
    }
  }
}

/**
 * The step after one that was sent.
 * @param last the step that was sent, with the anchor that it was planned with
 * @returns null when the schedule is at its end: who has not acted by now is support's
 */
export function nextStep(
  kind: NoticeKind,
  last: { number: number; anchorAt: Date },
  sentAt: Date,
  rules: NoticeRules,
): ScheduledStep | null {
  const sent = sentAt.getTime()
  const { anchorAt } = last
  const step = marksOf(kind, anchorAt, rules)
    .map((mark, index) => ({ mark, number: index + firstMarkedNumber(kind) }))
    .find(({ mark, number }) => number > last.number && mark > sent)
  if (!step) return null
  const due = Math.max(step.mark, sent + stepGapMs)
  if (kind === 'ends_soon' && due >= anchorAt.getTime()) return null
  return { number: step.number, anchorAt, dueAt: new Date(due) }
}

/** Of a broken Item the first step is the grace's; before an end even the first step has its mark. */
function firstMarkedNumber(kind: NoticeKind): number {
  return kind === 'ends_soon' ? 1 : 2
}

/** The instants that a kind's schedule names, earliest first. */
function marksOf(kind: NoticeKind, anchorAt: Date, rules: NoticeRules): number[] {
  const anchor = anchorAt.getTime()
  switch (kind) {
    case 'broken':
      return rules.reminderDays.map((days) => anchor + days * dayMs).sort((one, other) => one - other)
    case 'ends_soon':
      return rules.endsSoonDays.map((days) => anchor - days * dayMs).sort((one, other) => one - other)
    case 'access_revoked':
    case 'cannot_return':
    case 'repaired':
      return []
  }
}
