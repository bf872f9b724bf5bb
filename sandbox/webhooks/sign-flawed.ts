import { SignJWT } from 'jose'
import type { Sandbox } from '../sandbox.ts'
import type { Flaw } from '../state/delivery.ts'
import { newId } from '../state/ids.ts'
import { claimsOver, secondsOf, signBody, signClaims } from './sign.ts'
import { currentSigningKey, expiredSigningKey, makeSigningKey } from './signing-keys.ts'

/** Plaid tells receivers to refuse what is older than five minutes; this is older, or as far ahead. */
const tooFarSeconds = 10 * 60

/** Signed symmetrically with what everybody may read: the attack on receivers that believe the token's `alg`. */
async function signWithPublicKey(sandbox: Sandbox, body: string, iat: number): Promise<string> {
  const { kid, privateJwk } = currentSigningKey(sandbox)
  const secret = new TextEncoder().encode(JSON.stringify({ kty: 'EC', crv: 'P-256', x: privateJwk.x, y: privateJwk.y }))
  return new SignJWT(claimsOver(body, iat)).setProtectedHeader({ alg: 'HS256', kid, typ: 'JWT' }).sign(secret)
}

/** A `Plaid-Verification` value for this text that is wrong in exactly one way; null where there is no header. */
export async function signFlawed(sandbox: Sandbox, body: string, flaw: Flaw, iat?: number): Promise<string | null> {
  const now = iat ?? secondsOf(sandbox.now())
  switch (flaw) {
    case 'signature': {
      const { kid } = currentSigningKey(sandbox)
      return signClaims(makeSigningKey(sandbox.now()), claimsOver(body, now), kid)
    }
    case 'body':
      return signBody(sandbox, `${body}\n`, now)
    case 'algorithm':
      return signWithPublicKey(sandbox, body, now)
    case 'unknown-key':
      return signClaims(makeSigningKey(sandbox.now()), claimsOver(body, now), newId.uuid())
    case 'key-id':
      return signClaims(currentSigningKey(sandbox), claimsOver(body, now), 'a-key-id')
    case 'expired-key':
      return signClaims(expiredSigningKey(sandbox), claimsOver(body, now))
    case 'claims':
      return signClaims(currentSigningKey(sandbox), { iat: now })
    case 'stale':
      return signBody(sandbox, body, now - tooFarSeconds)
    case 'future':
      return signBody(sandbox, body, now + tooFarSeconds)
    case 'missing':
      return null
    case 'not-jwt':
      return 'this is not a JSON Web Token'
    default:
      return flaw satisfies never
  }
}
