import { hourMs, minuteMs } from './durations.ts'
import { classifyError } from './error-class.ts'
import type { ItemError } from './item-state.ts'

/** An outage as it was last seen through one Item. */
export type Sighting = { itemId: string; seenAt: Date }

/** Plaid's own word about an institution; null where it works, or Plaid says none (little traffic, or its sandbox). */
export type InstitutionStatus = 'DOWN' | null

/** How long a sighting counts. */
export const sightingLastsMs = 30 * minuteMs
const itemsThatProve = 2
const statusCheckMs = 5 * minuteMs
const releaseOverMs = hourMs

/**
 * Whether an error is a sighting of an outage of the bank. Of the outage class only the bank's own faults are: a fault
 * of Plaid's, or a limit that we ran into, says nothing about the bank.
 */
export function isSighting(error: Pick<ItemError, 'errorType' | 'errorCode'>): boolean {
  return error.errorType === 'INSTITUTION_ERROR' && classifyError(error) === 'outage'
}

// Of a bank that works nine sign-ins in ten come through; below one in ten nobody can be asked to sign in there.
const downBelow = 0.1

/**
 * Plaid's figures in a word. Plaid's own word for it is deprecated, its figures stay (plaid.com/docs/api/institutions).
 * @param logins the share (0 to 1) of sign-ins at the bank that worked lately; null where Plaid has no figures
 */
export function statusOf(logins: { success: number } | null): InstitutionStatus {
  return logins && logins.success < downBelow ? 'DOWN' : null
}

/**
 * Whether an institution counts as down, so that notices about its Items wait. One Item is no proof however often it
 * fails: the bank may turn away that one login only, and its person would then never hear of it.
 * @param sightings the latest of each Item; older ones may be among them
 */
export function isDown(sightings: readonly Sighting[], plaidStatus: InstitutionStatus, now: Date): boolean {
  if (plaidStatus === 'DOWN') return true
  const since = now.getTime() - sightingLastsMs
  const items = new Set(sightings.filter(({ seenAt }) => seenAt.getTime() > since).map(({ itemId }) => itemId))
  return items.size >= itemsThatProve
}

/** When to ask again how an institution that is down is. */
export function nextStatusCheck(checkedAt: Date): Date {
  return new Date(checkedAt.getTime() + statusCheckMs)
}

/**
 * When a notice that an outage held may go, after the bank is back: spread over an hour, so that a bank that has just
 * come back is not met by all its people at once, and Items that heal by themselves have the time to.
 * @param spread from 0 to 1, different for each person
 */
export function releaseAt(now: Date, spread: number): Date {
  return new Date(now.getTime() + Math.round(spread * releaseOverMs))
}
