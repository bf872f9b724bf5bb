import { describe, expect, it } from 'vitest'
import type { ItemHealth } from './item-state.ts'
import { nextCheck } from './next-check.ts'

const heardAt = new Date('2026-11-21T12:00:00Z')
const hours = (count: number) => new Date(heardAt.getTime() + count * 60 * 60 * 1000)
const days = (count: number) => hours(count * 24)
const healthy: ItemHealth = { state: 'healthy', error: null, expiresAt: null, consentEndsAt: null }

describe('the next check of an Item', () => {
  it.each([
    ['a silent healthy one comes after a week', healthy, days(7)],
    ['a broken one comes after six hours', { ...healthy, state: 'login_required' }, hours(6)],
    ['one that ends soon comes after a day', { ...healthy, state: 'disconnecting_soon', expiresAt: days(5) }, days(1)],
    ['one whose person withdrew comes after a week', { ...healthy, state: 'access_revoked' }, days(7)],
    ['one that has an end comes a week before it, if that is sooner', { ...healthy, expiresAt: days(8) }, days(1)],
    ['one that has a far end comes after three days', { ...healthy, expiresAt: days(300) }, days(3)],
    ['a removed one never comes', { ...healthy, state: 'removed' }, null],
  ] as const)('of %s', (_what, health, expected) => {
    expect(nextCheck(health, heardAt, 0)).toEqual(expected)
  })

  it('is spread over a tenth of the time', () => {
    expect(nextCheck(healthy, heardAt, 1)).toEqual(new Date(heardAt.getTime() + 0.9 * 7 * 24 * 60 * 60 * 1000))
  })
})
