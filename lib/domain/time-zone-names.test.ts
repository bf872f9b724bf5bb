import { describe, expect, it } from 'vitest'
import { placeOf, timeZoneGroups } from './time-zone-names.ts'

describe('the time zones to choose from', () => {
  const zonesIn = (region: string, also: string | null = null) =>
    timeZoneGroups(also).find((group) => group.region === region)?.zones

  it('stand by region, in order, each once', () => {
    const groups = timeZoneGroups(null)
    expect(groups.map(({ region }) => region).join()).toBe(
      'Africa,America,Asia,Atlantic,Australia,Europe,Indian,Pacific,',
    )
    const all = groups.flatMap(({ zones }) => zones)
    expect(new Set(all).size).toBe(all.length)
    expect(zonesIn('Europe')).toEqual(expect.arrayContaining(['Europe/Berlin', 'Europe/Madrid']))
    expect(zonesIn('')).toContain('UTC')
  })

  it('hold the one that was chosen before, unless it is none', () => {
    expect(zonesIn('Asia', 'Asia/Calcutta')).toContain('Asia/Calcutta')
    expect(timeZoneGroups('Nowhere/Atlantis').flatMap(({ zones }) => zones)).not.toContain('Nowhere/Atlantis')
  })
})

it.each([
  ['America/New_York', 'New York'],
  ['America/Argentina/Buenos_Aires', 'Argentina, Buenos Aires'],
  ['UTC', 'UTC'],
])('%s is read as %s', (timeZone, place) => {
  expect(placeOf(timeZone)).toBe(place)
})
