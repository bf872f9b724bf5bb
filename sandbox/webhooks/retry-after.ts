const longestMs = 4 * 60 * 60 * 1000

/** What a 429 asks for: seconds, an HTTP date or an ISO time, honoured up to four hours; null when it says nothing. */
export function readRetryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null
  const waitMs = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : new Date(header).getTime() - now.getTime()
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(0, waitMs), longestMs)
}
