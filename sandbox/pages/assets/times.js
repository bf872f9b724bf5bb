const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

const sameDay = (a, b) => a.toDateString() === b.toDateString()

/** The clock today, the day before today; the exact instant stands in the title. */
export const shortTime = (iso) => {
  const at = new Date(iso)
  return sameDay(at, new Date()) ? clock.format(at) : day.format(at)
}

const msPerDay = 86_400_000

export const daysUntil = (iso) => Math.max(0, Math.round((new Date(iso).getTime() - Date.now()) / msPerDay))

/** "30 s", "2 min", "8 h": how long until then. */
export const span = (iso) => {
  const seconds = Math.max(0, Math.round((new Date(iso).getTime() - Date.now()) / 1000))
  if (seconds < 90) return `${seconds} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return `${Math.round(seconds / 3600)} h`
}
