import { dayMs, hourMs, minuteMs } from '#lib/domain/durations.ts'

/** How long ago something began, in the console's two units: "41 d 0 h", "3 h 12 min", "5 min". */
export function elapsed(since: Date, now: Date): string {
  const ms = Math.max(0, now.getTime() - since.getTime())
  if (ms < minuteMs) return '< 1 min'
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`
  if (ms < dayMs) return `${Math.floor(ms / hourMs)} h ${Math.floor((ms % hourMs) / minuteMs)} min`
  return `${Math.floor(ms / dayMs)} d ${Math.floor((ms % dayMs) / hourMs)} h`
}
