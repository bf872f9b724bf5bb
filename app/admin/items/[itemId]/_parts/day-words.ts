/** The day of an instant in a zone: "Today, 19 November", "Tuesday, 17 November", "5 November 2025". */
export function dayWords(at: Date, now: Date, zone: string): string {
  const day = partsOf(at, zone)
  const today = partsOf(now, zone)
  const date = `${day.day} ${day.month}`
  if (day.year !== today.year) return `${date} ${day.year}`
  return date === `${today.day} ${today.month}` ? `Today, ${date}` : `${day.weekday}, ${date}`
}

function partsOf(at: Date, zone: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const parts = writerFor(zone).formatToParts(at)
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

const writers = new Map<string, Intl.DateTimeFormat>()

function writerFor(timeZone: string): Intl.DateTimeFormat {
  const known = writers.get(timeZone)
  if (known) return known
  const writer = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  writers.set(timeZone, writer)
  return writer
}
