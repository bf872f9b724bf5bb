/** Whose hold it is: an admin's until they release it, an outage's until the bank is back. */
export type Holder = 'admin' | 'outage'

export type HoldReason = 'held_by_admin' | 'outage' | 'asked_quiet'

export type Holding = {
  heldBy: Holder | null
  /** Until when the person wants to hear nothing about it. */
  quietUntil: Date | null
}

/** Why a notice is not to go although its day may have come; null where nothing holds it. */
export function whyHeld({ heldBy, quietUntil }: Holding, now: Date): HoldReason | null {
  if (heldBy) return heldBy === 'admin' ? 'held_by_admin' : 'outage'
  return quietUntil && quietUntil > now ? 'asked_quiet' : null
}
