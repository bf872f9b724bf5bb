import { isStillTrue, noticeKinds } from '#lib/domain/notice.ts'
import type { StoredAttempt, StoredNotice } from './read-attempt.ts'

export type Sorted = { say: StoredNotice[]; drop: StoredNotice[]; postpone: StoredNotice[] }

/**
 * What of a message may still be said, after every Item was asked about: the true, the untrue, and what is held since
 * the message was put together, by an admin, an outage or the person's wish. What somebody asked for by hand is not held.
 */
export function sortNotices({ notices, askedBy }: StoredAttempt['message'], now: Date): Sorted {
  const drop = notices.filter((notice) => !isTrueNow(notice))
  const isHeld = ({ incident }: StoredNotice) =>
    incident.heldAt !== null ||
    Boolean(incident.item.institution?.downSince) ||
    (incident.quietUntil !== null && incident.quietUntil > now)
  const postpone = askedBy === 'relink' ? notices.filter((notice) => !drop.includes(notice) && isHeld(notice)) : []
  return { drop, postpone, say: notices.filter((notice) => !drop.includes(notice) && !postpone.includes(notice)) }
}

function isTrueNow({ kind, incident }: StoredNotice): boolean {
  const known = noticeKinds.find((one) => one === kind)
  if (!known || incident.stoppedAt) return false
  return isStillTrue(known, incident.item.state)
}
