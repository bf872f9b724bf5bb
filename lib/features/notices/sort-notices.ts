import { type HoldReason, whyHeld } from '#lib/domain/holding.ts'
import { isStillTrue, noticeKinds } from '#lib/domain/notice.ts'
import { holdingOf } from './holding-of.ts'
import type { StoredAttempt, StoredNotice } from './read-attempt.ts'

type Postponed = { noticeId: string; waitsFor: HoldReason }

export type Sorted = { say: StoredNotice[]; drop: StoredNotice[]; postpone: Postponed[] }

/**
 * What of a message may still be said, after every Item was asked about: the true, the untrue, and what is held since
 * the message was put together, by an admin, an outage or the person's wish. What somebody asked for by hand is not held.
 */
export function sortNotices({ notices, askedBy }: StoredAttempt['message'], now: Date): Sorted {
  const sorted: Sorted = { say: [], drop: [], postpone: [] }
  for (const notice of notices) {
    const waitsFor = askedBy === 'relink' ? whyHeld(holdingOf(notice.incident), now) : null
    if (!isTrueNow(notice)) sorted.drop.push(notice)
    else if (waitsFor) sorted.postpone.push({ noticeId: notice.id, waitsFor })
    else sorted.say.push(notice)
  }
  return sorted
}

function isTrueNow({ kind, incident }: StoredNotice): boolean {
  const known = noticeKinds.find((one) => one === kind)
  if (!known || incident.stoppedAt) return false
  return isStillTrue(known, incident.item.state)
}
