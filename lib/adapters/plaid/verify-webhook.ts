import { createHash, timingSafeEqual } from 'node:crypto'
import { type CryptoKey, compactVerify, decodeProtectedHeader, errors } from 'jose'
import { z } from 'zod'
import { getVerificationKey, isUnknownKey } from './verification-key.ts'

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

// plaid.com/docs/api/webhooks/webhook-verification: reject what is more than five minutes old.
const mostAgeMs = 5 * 60 * 1000
// Clocks of two hosts differ a little; jose alone would refuse a signature half a second "from the future".
const clockToleranceMs = 30 * 1000

const keyIdForm = z.uuid()
const claims = z.object({ iat: z.number().int(), request_body_sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * Verifies Plaid's signature and its age, before the body is even read.
 * @param signature the `Plaid-Verification` header
 * @returns the SHA-256 that the body must have, in hex
 * @throws WebhookRejected when it is not Plaid's; PlaidFault or KeyLookupsExhausted when the key cannot be asked for
 */
export async function verifySignature(signature: string | null, now: Date): Promise<string> {
  if (!signature) throw new WebhookRejected('no_signature')
  const { key, expiredAt } = await keyFor(readKeyId(signature), now)
  if (expiredAt && expiredAt.getTime() <= now.getTime()) throw new WebhookRejected('expired_key')
  const { iat, request_body_sha256 } = await readClaims(signature, key)
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

function readKeyId(signature: string): string {
  const header = protectedHeader(signature)
  if (header.alg !== 'ES256') throw new WebhookRejected('wrong_algorithm')
  // A stranger's id must not even cost a call to Plaid.
  const keyId = keyIdForm.safeParse(header.kid)
  if (!keyId.success) throw new WebhookRejected('wrong_key_id')
  return keyId.data
}

function protectedHeader(signature: string) {
  try {
    return decodeProtectedHeader(signature)
  } catch (cause) {
    throw new WebhookRejected('not_a_jwt', { cause })
  }
}

async function keyFor(keyId: string, now: Date) {
  try {
    return await getVerificationKey(keyId, now)
  } catch (cause) {
    throw isUnknownKey(cause) ? new WebhookRejected('unknown_key', { cause }) : cause
  }
}

async function readClaims(signature: string, key: CryptoKey) {
  try {
    const { payload } = await compactVerify(signature, key, { algorithms: ['ES256'] })
    return claims.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch (cause) {
    if (cause instanceof errors.JWSInvalid) throw new WebhookRejected('not_a_jwt', { cause })
    if (cause instanceof errors.JOSEError) throw new WebhookRejected('wrong_signature', { cause })
    throw new WebhookRejected('wrong_claims', { cause })
  }
}
