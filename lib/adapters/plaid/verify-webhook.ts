import { createHash, timingSafeEqual } from 'node:crypto'
import { decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { minuteMs } from '#lib/domain/durations.ts'
import { getVerificationKey, isUnknownKey, KeyLookupsExhausted } from './verification-key.ts'
import { verifyEs256 } from './verify-es256.ts'

/** Each way in which a webhook can fail to be Plaid's. */
export type RejectionCode =
  | 'no_signature'
  | 'not_a_jwt'
  | 'wrong_algorithm'
  | 'wrong_key_id'
  | 'unknown_key'
  | 'expired_key'
  | 'wrong_signature'
  | 'wrong_claims'
  | 'too_old'
  | 'from_the_future'
  | 'wrong_body'
  | 'wrong_environment'

/** The webhook is not Plaid's, or not as Plaid sent it. */
export class WebhookRejected extends Error {
  override name = 'WebhookRejected'
  readonly code: RejectionCode

  constructor(code: RejectionCode, options?: ErrorOptions) {
    super(`webhook rejected: ${code}`, options)
    this.code = code
  }
}

/** Whose webhook it is cannot be said now: the sender may come again. */
export class WebhookUndecided extends Error {
  override name = 'WebhookUndecided'
  readonly code: 'key_unavailable' | 'key_lookups_exhausted'

  constructor(cause: unknown) {
    const code = cause instanceof KeyLookupsExhausted ? 'key_lookups_exhausted' : 'key_unavailable'
    super(`webhook undecided: ${code}`, { cause })
    this.code = code
  }
}

// plaid.com/docs/api/webhooks/webhook-verification: reject what is more than five minutes old.
const mostAgeMs = 5 * minuteMs
// Clocks of two hosts differ a little; a signature half a second "from the future" is no forgery.
const clockToleranceMs = 30 * 1000

// RFC 7515, 7.1: what is signed are the first two of three parts, as they were sent.
const compactJws = /^([\w-]+\.([\w-]+))\.([\w-]+)$/
// Any version, or none: Plaid promises none, and what is refused here does not come again.
const keyIdForm = z.guid()
const claims = z.object({ iat: z.number().int(), request_body_sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * Verifies Plaid's signature and its age, before the body is even read.
 * @param signature the `Plaid-Verification` header
 * @returns the SHA-256 that the body must have, in hex
 * @throws WebhookRejected when it is not Plaid's; WebhookUndecided when the key cannot be asked for
 */
export async function verifySignature(signature: string | null, now: Date): Promise<string> {
  if (!signature) throw new WebhookRejected('no_signature')
  const { keyId, signed, payload, made } = readJws(signature)
  const { key, expiredAt } = await keyFor(keyId, now)
  if (expiredAt && expiredAt.getTime() <= now.getTime()) throw new WebhookRejected('expired_key')
  if (!(await verifyEs256(signed, made, key))) throw new WebhookRejected('wrong_signature')
  const { iat, request_body_sha256 } = readClaims(payload)
  const ageMs = now.getTime() - iat * 1000
  if (ageMs > mostAgeMs) throw new WebhookRejected('too_old')
  if (ageMs < -clockToleranceMs) throw new WebhookRejected('from_the_future')
  return request_body_sha256
}

/**
 * Compares the raw bytes with the hash that Plaid signed, in constant time.
 * @throws WebhookRejected
 */
export function verifyBody(rawBody: Uint8Array, sha256: string): void {
  const bodyHash = createHash('sha256').update(rawBody).digest()
  if (!timingSafeEqual(bodyHash, Buffer.from(sha256, 'hex'))) throw new WebhookRejected('wrong_body')
}

function readJws(jws: string) {
  const [, signed, payload, made] = compactJws.exec(jws) ?? []
  if (!signed || !payload || !made) throw new WebhookRejected('not_a_jwt')
  const keyId = readKeyId(jws)
  return {
    keyId,
    signed: Buffer.from(signed),
    payload: Buffer.from(payload, 'base64url'),
    made: Buffer.from(made, 'base64url'),
  }
}

function readKeyId(jws: string): string {
  const { alg, kid, crit } = protectedHeader(jws)
  if (alg !== 'ES256') throw new WebhookRejected('wrong_algorithm')
  // RFC 7515, 4.1.11: what the signer calls critical and we do not know is refused. Plaid calls nothing so.
  if (crit !== undefined) throw new WebhookRejected('not_a_jwt')
  // A stranger's id must not even cost a call to Plaid.
  const keyId = keyIdForm.safeParse(kid)
  if (!keyId.success) throw new WebhookRejected('wrong_key_id')
  return keyId.data
}

function protectedHeader(jws: string) {
  try {
    return decodeProtectedHeader(jws)
  } catch (cause) {
    throw new WebhookRejected('not_a_jwt', { cause })
  }
}

async function keyFor(keyId: string, now: Date) {
  try {
    return await getVerificationKey(keyId, now)
  } catch (cause) {
    throw isUnknownKey(cause) ? new WebhookRejected('unknown_key', { cause }) : new WebhookUndecided(cause)
  }
}

function readClaims(payload: Buffer) {
  try {
    return claims.parse(JSON.parse(payload.toString()))
  } catch (cause) {
    throw new WebhookRejected('wrong_claims', { cause })
  }
}
