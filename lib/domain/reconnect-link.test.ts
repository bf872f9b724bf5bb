import { describe, expect, it } from 'vitest'
import { reconnectLinkState } from './reconnect-link.ts'

const now = new Date('2026-11-21T12:00:00Z')
const before = new Date('2026-11-21T11:59:59Z')
const after = new Date('2026-11-21T12:00:01Z')

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
})
