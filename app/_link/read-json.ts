/*
 * Readers for JSON that comes from our own server or from this browser's storage. Written by hand, because zod would be
 * a third of the script on a page that people open on a phone.
 */

/** Says what an unknown value is, or null where it is something else. */
export type Reader<T> = (value: unknown) => T | null

/** The fields of an object; none where it is not one. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** A text, or null. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** A list of which every entry is what `read` reads. */
export function listOf<T>(value: unknown, read: Reader<T>): T[] | null {
  if (!Array.isArray(value)) return null
  const entries = value.map(read).filter((entry) => entry !== null)
  return entries.length === value.length ? entries : null
}
