// What was saved up and what comes anew are together 20 in any minute.
const mostSaved = 14
const everyMs = 10_000

export type LookupBudget = {
  /** Whether one more is within it; if so it is spent. */
  take: (now: Date) => boolean
  giveBack: () => void
}

/**
 * Look-ups that may be had at once, and another one every ten seconds: whoever used them up is not locked out for
 * longer than that.
 */
export function openLookupBudget(): LookupBudget {
  let spentUntil = 0
  return {
    take(now) {
      const until = Math.max(spentUntil, now.getTime()) + everyMs
      if (until - now.getTime() > mostSaved * everyMs) return false
      spentUntil = until
      return true
    },
    giveBack() {
      spentUntil -= everyMs
    },
  }
}
