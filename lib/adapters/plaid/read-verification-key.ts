import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'

export type VerificationKey = { key: KeyObject; expiredAt: Date | null }

/** Plaid was asked for one key and answered another, or took the id for one that is only like it. */
export class OtherKeyAnswered extends Error {
  override name = 'OtherKeyAnswered'
}

const answeredKey = z.object({
  kid: z.string(),
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  expired_at: z.number().nullish(),
})

/**
 * Reads the key in an answer of Plaid's.
 * @param keyId the id that was asked for; nobody but its own spelling gets the key, or each other one would be kept too
 * @throws OtherKeyAnswered, or what says that this is no ES256 key
 */
export function readVerificationKey(answer: unknown, keyId: string): VerificationKey {
  const { kid, expired_at, ...jwk } = answeredKey.parse(answer)
  if (kid !== keyId) throw new OtherKeyAnswered(`asked for the key ${keyId}, answered was ${kid}`)
  const isExpiring = expired_at !== null && expired_at !== undefined
  return {
    key: createPublicKey({ key: jwk, format: 'jwk' }),
    expiredAt: isExpiring ? new Date(expired_at * 1000) : null,
  }
}
