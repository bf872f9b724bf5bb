/** How an Item is. Plaid's own words are "healthy" and "unhealthy"; the rest names what its person can do. */
export const itemStates = [
  'healthy',
  'disconnecting_soon',
  'login_required',
  'consent_needed',
  'access_revoked',
  'unsupported',
  'removed',
] as const
export type ItemState = (typeof itemStates)[number]

/** What Plaid says is wrong with an Item; the two messages are for people who debug, not for deciding. */
export type ItemError = {
  errorType: string
  errorCode: string
  errorCodeReason: string | null
  displayMessage: string | null
}

/** The part of an Item that decisions read and change. */
export type ItemHealth = {
  state: ItemState
  /** Null while healthy, and while `disconnecting_soon` (the Item still works). */
  error: ItemError | null
  /** When access ends, if that is known: the bank's consent or an announced disconnect. */
  expiresAt: Date | null
  /** The end of consent as it stood when an end was announced, while one is: only a later one shows a renewal. */
  consentEndsAt: Date | null
}

/** States in which the Item has an open incident. */
export function isBroken(state: ItemState): boolean {
  return state !== 'healthy' && state !== 'removed'
}

/** Whether update mode can lead this Item back, so a reconnect link makes sense. */
export function canReconnect(state: ItemState): boolean {
  return isBroken(state) && state !== 'unsupported'
}
