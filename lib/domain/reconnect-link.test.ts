import { describe, expect, it } from 'vitest'
import { linkPurpose, reconnectLinkState } from './reconnect-link.ts'

const now = new Date('2026-11-21T12:00:00Z')
const before = new Date('2026-11-21T11:59:59Z')
const after = new Date('2026-11-21T12:00:01Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1000)

describe('a reconnect link', () => {
  it.each([
    ['is open before its end', { expiresAt: after, closedAt: null, closedReason: null }, 'open'],
    ['is expired from its end on', { expiresAt: now, closedAt: null, closedReason: null }, 'expired'],
    ['is used after a repair', { expiresAt: after, closedAt: before, closedReason: 'repaired_here' }, 'used'],
    ['is superseded by a newer one', { expiresAt: after, closedAt: before, closedReason: 'superseded' }, 'superseded'],
    ['stays used when it is old', { expiresAt: before, closedAt: before, closedReason: 'removed' }, 'used'],
  ] as const)('%s', (_name, link, state) => {
    expect(reconnectLinkState(link, now)).toBe(state)
  })

  it.each([
    ['repairs while it is open', null, null, 'login_required', 'repair'],
    ['shares accounts again right after its repair', 0.5, 'repaired_here', 'healthy', 'share_again'],
    ['is good for nothing an hour after its repair', 1, 'repaired_here', 'healthy', null],
    ['is good for nothing where the bank broke again', 0.5, 'repaired_here', 'login_required', null],
    ['is good for nothing after a repair elsewhere', 0.5, 'repaired_elsewhere', 'healthy', null],
    ['is good for nothing once it is superseded', 0.5, 'superseded', 'healthy', null],
  ] as const)('%s', (_name, closedHoursAgo, closedReason, itemState, purpose) => {
    const closedAt = closedHoursAgo === null ? null : hoursAgo(closedHoursAgo)
    expect(linkPurpose({ expiresAt: after, closedAt, closedReason }, itemState, now)).toBe(purpose)
  })
})
