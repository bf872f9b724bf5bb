import { minuteMs } from './durations.ts'

// Plaid says in /item/get which webhook it sent last, and when. What it sent and we never got was lost on the way.

/** Two hosts' clocks differ a little, and a webhook may arrive before the second that Plaid notes for it. */
export const clockToleranceMs = 2 * minuteMs

/** A webhook may still be on its way; Plaid waits up to ten seconds for an answer and then tries again later. */
export const onItsWayMs = 5 * minuteMs

/** Whether the last webhook that Plaid says it sent is later than the latest that came. */
export function isMissed(sentAt: Date | null, latestReceivedAt: Date | null): boolean {
  if (sentAt === null) return false
  return latestReceivedAt === null || sentAt.getTime() - latestReceivedAt.getTime() > clockToleranceMs
}
