import { describe, expect, it } from 'vitest'
import { itemStates } from './item-state.ts'
import { isStillTrue, noticeKindOf } from './notice.ts'

describe('a notice', () => {
  it.each([
    ['healthy', null],
    ['disconnecting_soon', 'ends_soon'],
    ['login_required', 'broken'],
    ['consent_needed', 'broken'],
    ['access_revoked', 'access_revoked'],
    ['unsupported', 'cannot_return'],
    ['removed', null],
  ] as const)('about an Item that is %s is of kind %s', (state, kind) => {
    expect(noticeKindOf(state)).toBe(kind)
  })

  it.each(['broken', 'ends_soon', 'access_revoked', 'cannot_return'] as const)(
    '%s is never true of a healthy or removed Item',
    (kind) => {
      expect(itemStates.filter((state) => isStillTrue(kind, state))).not.toContain('healthy')
      expect(itemStates.filter((state) => isStillTrue(kind, state))).not.toContain('removed')
    },
  )

  it('of a repair is true as long as the Item is healthy', () => {
    expect(itemStates.filter((state) => isStillTrue('repaired', state))).toEqual(['healthy'])
  })
})
