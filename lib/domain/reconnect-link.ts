import { hourMs } from './durations.ts'
import type { ItemState } from './item-state.ts'

/** How long after a repair its link still lets the person share accounts that they left out: an hour. */
export const shareAgainMs = hourMs

export type ReconnectLinkFacts = { expiresAt: Date; closedAt: Date | null; closedReason: string | null }

/** What a reconnect link is worth: `used` after a repair through it or elsewhere, `superseded` by a newer one. */
export type ReconnectLinkState = 'open' | 'expired' | 'used' | 'superseded'

/** Judges a link at an instant. A closed link stays closed whatever its date. */
export function reconnectLinkState(link: ReconnectLinkFacts, now: Date): ReconnectLinkState {
  if (link.closedAt) return link.closedReason === 'superseded' ? 'superseded' : 'used'
  return link.expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}

/**
 * What a link is good for: to repair while it is open, to share accounts again right after the repair that it led to,
 * or nothing.
 */
export function linkPurpose(
  link: ReconnectLinkFacts,
  itemState: ItemState,
  now: Date,
): 'repair' | 'share_again' | null {
  const state = reconnectLinkState(link, now)
  if (state === 'open') return 'repair'
  const isFresh = link.closedAt !== null && now.getTime() - link.closedAt.getTime() < shareAgainMs
  return state === 'used' && link.closedReason === 'repaired_here' && itemState === 'healthy' && isFresh
    ? 'share_again'
    : null
}
