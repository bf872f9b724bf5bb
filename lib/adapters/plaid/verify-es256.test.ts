import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { compactVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { verifyEs256 } from './verify-es256.ts'

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const header = Buffer.from(JSON.stringify({ alg: 'ES256' })).toString('base64url')
const signed = Buffer.from(`${header}.${Buffer.from('{"iat":1560211755}').toString('base64url')}`)
const newSignature = () => sign('sha256', signed, { key: privateKey, dsaEncoding: 'ieee-p1363' })
const isJosesToo = (signature: Uint8Array) =>
  compactVerify(`${signed}.${Buffer.from(signature).toString('base64url')}`, publicKey).then(
    () => true,
    () => false,
  )

/** Signatures differ each time: one whose number at this place has this first byte comes soon. */
function signatureWith(place: 'R' | 'S', isIt: (firstByte: number) => boolean): Uint8Array {
  for (;;) {
    const signature = newSignature()
    if (isIt(signature[place === 'R' ? 0 : 32] ?? 0)) return signature
  }
}

describe('a signature', () => {
  it('of RFC 7515, A.3 is its key’s', async () => {
    const key = createPublicKey({
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
        y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
      },
      format: 'jwk',
    })
    const input =
      'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
    const made = 'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q'
    expect(await verifyEs256(Buffer.from(input), Buffer.from(made, 'base64url'), key)).toBe(true)
    expect(await verifyEs256(Buffer.from(`${input}0`), Buffer.from(made, 'base64url'), key)).toBe(false)
  })

  it.each(['R', 'S'] as const)('is the key’s whether %s begins with a zero, a high or a low bit', async (place) => {
    for (const isIt of [(byte: number) => byte === 0, (byte: number) => byte >= 0x80, (byte: number) => byte < 0x80]) {
      expect(await verifyEs256(signed, signatureWith(place, isIt), publicKey)).toBe(true)
    }
  })

  const zero = Buffer.alloc(32)
  // The order of the curve (SEC 2, 2.4.2): R and S have to be smaller.
  const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex')
  const half = (place: 'R' | 'S') => newSignature().subarray(place === 'R' ? 0 : 32, place === 'R' ? 32 : 64)
  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['nothing but zeros', () => Buffer.concat([zero, zero])],
    ['R zero', () => Buffer.concat([zero, half('S')])],
    ['S zero', () => Buffer.concat([half('R'), zero])],
    ['R the curve’s order', () => Buffer.concat([order, half('S')])],
    ['S the curve’s order', () => Buffer.concat([half('R'), order])],
    ['S and R, the wrong way round', () => Buffer.concat([half('S'), half('R')])],
    ['one byte too few', () => newSignature().subarray(0, 63)],
    ['one byte too many', () => Buffer.concat([newSignature(), Buffer.alloc(1)])],
    ['in DER, as Plaid never sends it', () => sign('sha256', signed, privateKey)],
  ])('of %s is nobody’s', async (_what, make) => {
    expect(await verifyEs256(signed, make(), publicKey)).toBe(false)
  })

  it('is judged as jose judges it, whatever was changed in it', async () => {
    const change = fc.record({ index: fc.nat(63), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 3 }), async (changes) => {
        const signature = newSignature()
        for (const { index, byte } of changes) signature[index] = byte
        expect(await verifyEs256(signed, signature, publicKey)).toBe(await isJosesToo(signature))
      }),
      { numRuns: 1000 },
    )
  })
})
