const dayOfWeek = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const dayOfMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** A near date as a person says it, for instance "Tuesday, 17 November". In UTC: a mail does not know its reader's zone. */
export function nearDay(at: Date): string {
  return `${dayOfWeek.format(at)}, ${dayOfMonth.format(at)}`
}
