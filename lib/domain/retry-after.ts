const longestMs = 24 * 60 * 60 * 1000

/**
 * How long an HTTP `Retry-After` header asks us to wait (RFC 9110, section 10.2.3): seconds or a date, a day at most.
 * @returns milliseconds; null when it says nothing
 */
export function readRetryAfterMs(header: string | null, now: Date): number | null {
  if (header === null || header.trim() === '') return null
  const waitMs = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : new Date(header).getTime() - now.getTime()
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(0, waitMs), longestMs)
}
