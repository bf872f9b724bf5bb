/** How long a reconnect link lives: seven days. */
export const reconnectLinkLifeMs = 7 * 24 * 60 * 60 * 1000

export type ReconnectLinkFacts = { expiresAt: Date; closedAt: Date | null; closedReason: string | null }

/** What a reconnect link is worth: `used` after a repair through it or elsewhere, `superseded` by a newer one. */
export type ReconnectLinkState = 'open' | 'expired' | 'used' | 'superseded'

/** Judges a link at an instant. A closed link stays closed whatever its date. */
export function reconnectLinkState(link: ReconnectLinkFacts, now: Date): ReconnectLinkState {
  if (link.closedAt) return link.closedReason === 'superseded' ? 'superseded' : 'used'
  return link.expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}
