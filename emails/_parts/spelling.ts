/** A name without line breaks or runs of space: names come from outside, and a subject is one line. */
export function onOneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim()
}

/** An address as a person types it: without the scheme and the closing slash. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname.replace(/\/$/, '')}`
}
