import { dayMs, hourMs } from './durations.ts'
import { type ItemHealth, isBroken } from './item-state.ts'

/** How long before a known end an Item is asked whether it still ends then, and its person is told. */
export const warnBeforeMs = 7 * dayMs

/** An Item of which nothing was heard for this long is asked: its webhooks may not reach us. */
const silentMs = 7 * dayMs
/** A broken Item may have been healed elsewhere without a word. */
const brokenMs = 6 * hourMs
/** One whose person has nothing to do now. */
const restingMs = 7 * dayMs

/**
 * When to ask Plaid about an Item without being told, given that it was just heard of.
 * @param spread from 0 to 1, fixed for an Item: moves the instant earlier by up to a tenth, so that Items which were
 * linked together are not asked together
 * @returns null for an Item that is removed
 */
export function nextCheck(health: ItemHealth, heardAt: Date, spread: number): Date | null {
  if (health.state === 'removed') return null
  const regular = heardAt.getTime() + intervalMs(health) * (1 - spread / 10)
  const beforeEnd = health.expiresAt ? health.expiresAt.getTime() - warnBeforeMs : Number.POSITIVE_INFINITY
  return new Date(beforeEnd > heardAt.getTime() ? Math.min(regular, beforeEnd) : regular)
}

function intervalMs({ state, expiresAt }: ItemHealth): number {
  if (state === 'access_revoked' || state === 'unsupported') return restingMs
  if (state === 'disconnecting_soon') return dayMs
  if (isBroken(state)) return brokenMs
  return expiresAt ? Math.min(silentMs, dayMs * 3) : silentMs
}
