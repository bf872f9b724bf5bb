/** The time zone that this browser's clock is set to. Null where it does not say. */
export function ownTimeZone(): string | null {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || null
}
