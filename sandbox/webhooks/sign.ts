import { createHash } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import type { Sandbox } from '../sandbox.ts'
import type { SigningKey } from '../state/signing-key.ts'
import { currentSigningKey } from './signing-keys.ts'

type Claims = { iat: number; request_body_sha256?: string }

/** Unix seconds. */
export function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}

/** The claims of a Plaid-Verification token over exactly this text. */
export function claimsOver(body: string, iat: number): Claims {
  return { iat, request_body_sha256: createHash('sha256').update(body, 'utf8').digest('hex') }
}

/** Signs the claims with this key, under the name `kid`. */
export async function signClaims(key: SigningKey, claims: Claims, kid = key.kid): Promise<string> {
  const privateKey = await importJWK(key.privateJwk, 'ES256')
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' }).sign(privateKey)
}

/** A right `Plaid-Verification` value for exactly this text. */
export async function signBody(sandbox: Sandbox, body: string, iat = secondsOf(sandbox.now())): Promise<string> {
  return signClaims(currentSigningKey(sandbox), claimsOver(body, iat))
}
