import { isTimeZone } from './time-zone.ts'

export type TimeZoneGroup = { region: string; zones: string[] }

const regions = ['Africa', 'America', 'Asia', 'Atlantic', 'Australia', 'Europe', 'Indian', 'Pacific']

/**
 * The time zones to choose from, by region; those without one (`UTC`) are under ''.
 * @param also one that must be among them whatever this machine lists, for instance the one chosen before
 */
export function timeZoneGroups(also: string | null): TimeZoneGroup[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(also && isTimeZone(also) ? [also] : [])])
  const sorted = [...names].sort()
  const groups = regions.map((region) => ({ region, zones: sorted.filter((name) => name.startsWith(`${region}/`)) }))
  const rest = sorted.filter((name) => !regions.some((region) => name.startsWith(`${region}/`)))
  return [...groups, { region: '', zones: rest }]
}

/** A time zone as people read it: its place, without the region that stands over it. */
export function placeOf(timeZone: string): string {
  return timeZone
    .slice(timeZone.indexOf('/') + 1)
    .replaceAll('_', ' ')
    .replaceAll('/', ', ')
}
