import { describe, expect, it } from 'vitest'
import { isDown, isSighting, nextStatusCheck, releaseAt, statusOf } from './outage.ts'

const now = new Date('2026-06-01T12:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

describe('an institution', () => {
  it.each([
    [
      'two Items saw it now',
      [
        ['a', 0],
        ['b', 29],
      ],
      null,
      true,
    ],
    [
      'three Items saw it',
      [
        ['a', 3],
        ['b', 10],
        ['c', 20],
      ],
      null,
      true,
    ],
    ['one Item saw it', [['a', 0]], null, false],
    [
      'one Item saw it again and again',
      [
        ['a', 0],
        ['a', 5],
        ['a', 10],
      ],
      null,
      false,
    ],
    [
      'the second saw it half an hour ago',
      [
        ['a', 0],
        ['b', 30],
      ],
      null,
      false,
    ],
    ['nobody saw it, and Plaid says so', [], 'DOWN', true],
    ['nobody saw it', [], null, false],
  ] as const)('when %s', (_, sightings, status, expected) => {
    const seen = sightings.map(([itemId, minutes]) => ({ itemId, seenAt: ago(minutes) }))
    expect(isDown(seen, status, now)).toBe(expected)
  })

  it.each([
    ['INSTITUTION_ERROR', 'INSTITUTION_DOWN', true],
    ['INSTITUTION_ERROR', 'INSTITUTION_NOT_RESPONDING', true],
    ['INSTITUTION_ERROR', 'INVENTED_TOMORROW', true],
    ['INSTITUTION_ERROR', 'INSTITUTION_NO_LONGER_SUPPORTED', false],
    ['API_ERROR', 'INTERNAL_SERVER_ERROR', false],
    ['RATE_LIMIT_EXCEEDED', 'ITEM_GET_LIMIT', false],
    ['ITEM_ERROR', 'ITEM_LOGIN_REQUIRED', false],
  ])('is spoken of by %s %s: %s', (errorType, errorCode, expected) => {
    expect(isSighting({ errorType, errorCode })).toBe(expected)
  })

  it.each([
    ['nobody', { success: 0 }, 'DOWN'],
    ['hardly anybody', { success: 0.09 }, 'DOWN'],
    ['one in ten', { success: 0.1 }, null],
    ['as many as Plaid does not say', null, null],
  ] as const)('at which %s can sign in has Plaid’s figures %o: %s', (_, logins, status) => {
    expect(statusOf(logins)).toBe(status)
  })

  it('that is down is asked for every five minutes', () => {
    expect(nextStatusCheck(now)).toEqual(ago(-5))
  })

  it.each([
    [0, 0],
    [0.5, 30],
    [1, 60],
  ])('that is back lets notices go over an hour: at %d of it after %d minutes', (spread, minutes) => {
    expect(releaseAt(now, spread)).toEqual(ago(-minutes))
  })
})
