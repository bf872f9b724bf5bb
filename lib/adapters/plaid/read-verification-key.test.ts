import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { OtherKeyAnswered, readVerificationKey } from './read-verification-key.ts'

const kid = '0b1f7c1e-6d0a-4a53-9c57-9f7f4e3d2a10'
const jwkOn = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' })
const plaids = { ...jwkOn('P-256'), kid, alg: 'ES256', use: 'sig', created_at: 1560466143, expired_at: null }

describe('an answered key', () => {
  it.each([
    ['is null', null, null],
    ['is left out', undefined, null],
    ['is an instant', 1560466150, new Date('2019-06-13T22:49:10Z')],
    ['is the beginning of time', 0, new Date(0)],
  ])('ends when Plaid says, whose word %s', (_what, expired_at, expiredAt) => {
    expect(readVerificationKey({ ...plaids, expired_at }, kid)).toMatchObject({ expiredAt })
  })

  it.each([
    ['is odd', { ...plaids, expired_at: 'soon' }],
    ['is on another curve', { ...plaids, ...jwkOn('P-384') }],
    ['has no point', { ...plaids, x: undefined }],
    ['is a point of no curve', { ...plaids, x: plaids.y, y: plaids.x }],
  ])('is not used when it %s', (_what, answer) => {
    expect(() => readVerificationKey(answer, kid)).toThrow()
  })

  it.each([
    ['another id', '7c1e0b1f-6d0a-4a53-9c57-9f7f4e3d2a10'],
    ['the id that was asked for in capitals', kid.toUpperCase()],
  ])('under %s is not the one that was asked for', (_what, other) => {
    expect(() => readVerificationKey({ ...plaids, kid: other }, kid)).toThrow(OtherKeyAnswered)
  })
})
