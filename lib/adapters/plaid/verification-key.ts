import { type CryptoKey, importJWK } from 'jose'
import { callPlaid } from './call-plaid.ts'

export type VerificationKey = { key: CryptoKey; expiredAt: Date | null }

// Plaid rotates its keys; a day is how long others keep one (see docs/decisions).
const keepMs = 24 * 60 * 60 * 1000
const mostKeys = 100

const cache = new Map<string, { asked: Promise<VerificationKey>; askedAt: Date }>()

/**
 * The public key with which Plaid signed, by its id. Asked once and kept; a burst of webhooks shares one question,
 * and a failed answer is forgotten at once.
 * @throws PlaidFault; `INVALID_WEBHOOK_VERIFICATION_KEY_ID` when Plaid does not know the id in this environment
 */
export function getVerificationKey(keyId: string, now: Date): Promise<VerificationKey> {
  const kept = cache.get(keyId)
  if (kept && now.getTime() - kept.askedAt.getTime() < keepMs) return kept.asked
  const asked = ask(keyId)
  if (cache.size >= mostKeys) cache.clear()
  cache.set(keyId, { asked, askedAt: now })
  asked.catch(() => cache.delete(keyId))
  return asked
}

async function ask(keyId: string): Promise<VerificationKey> {
  const { key } = await callPlaid('/webhook_verification_key/get', (api) =>
    api.webhookVerificationKeyGet({ key_id: keyId }),
  )
  const imported = await importJWK({ kty: key.kty, crv: key.crv, x: key.x, y: key.y }, 'ES256')
  if (imported instanceof Uint8Array) throw new TypeError('Plaid answered a symmetric verification key')
  return { key: imported, expiredAt: key.expired_at === null ? null : new Date(key.expired_at * 1000) }
}
