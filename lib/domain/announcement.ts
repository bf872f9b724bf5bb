import { dayMs } from './durations.ts'

/** A webhook that announced an end of access. `isApplied`: Relink has acted on it. */
export type Announcement = { code: string; endsAt: Date | null; receivedAt: Date; isApplied: boolean }

/** `heard`: the same was announced and acted on before. */
export type Standing = 'news' | 'heard' | 'repaired_since' | 'announced_anew_since'

/**
 * What an announcement is worth. `/item/get` cannot tell: until its end the Item works, renewed or not. So one that is
 * read late, or comes again, must undo neither a repair nor a later announcement, nor the proof that a repair is owed.
 * @param all every announcement about the Item, this one among them, in the order in which they came
 * @param lastRepairedAt when an incident of the Item last closed
 */
export function standingOf(announcement: Announcement, all: Announcement[], lastRepairedAt: Date | null): Standing {
  const first = all.find((other) => isSame(other, announcement)) ?? announcement
  if (lastRepairedAt && lastRepairedAt > first.receivedAt) return 'repaired_since'
  const isNewer = (other: Announcement) => other.receivedAt > first.receivedAt && !isSame(other, announcement)
  if (all.some(isNewer)) return 'announced_anew_since'
  return first.receivedAt < announcement.receivedAt && first.isApplied ? 'heard' : 'news'
}

/**
 * Plaid sends a webhook again, for up to a day, when our answer was lost (plaid.com/docs/api/webhooks). The same end is
 * the same announcement; of two that name no end only the time can tell.
 */
function isSame(one: Announcement, other: Announcement): boolean {
  if (one.endsAt || other.endsAt) return one.endsAt?.getTime() === other.endsAt?.getTime()
  const apartMs = Math.abs(one.receivedAt.getTime() - other.receivedAt.getTime())
  return one.code === other.code && apartMs <= dayMs
}
