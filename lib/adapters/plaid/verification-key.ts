import { type CryptoKey, importJWK } from 'jose'
import { callPlaid } from './call-plaid.ts'
import { PlaidFault } from './plaid-fault.ts'

export type VerificationKey = { key: CryptoKey; expiredAt: Date | null }

/** Too many unknown key ids lately. The sender is told to come again, because one of them could be Plaid's new key. */
class KeyLookupsExhausted extends Error {
  override name = 'KeyLookupsExhausted'
}

/** `isPlaids`: Plaid has confirmed this id before, so asking again is no stranger's doing. */
type Kept = { asked: Promise<VerificationKey>; keptUntil: number; isPlaids: boolean }

// A day is how long others keep one (see docs/decisions). What Plaid does not know is not asked again for a minute.
const keepMs = 24 * 60 * 60 * 1000
const unknownMs = 60 * 1000
const mostKept = 1_000

// Whoever sends random key ids gets this many of them asked for; webhooks under known keys are not held up.
const lookupsAMinute = 20

const cache = new Map<string, Kept>()
let lookups: number[] = []

/**
 * The public key with which Plaid signed, by its id. Asked once and kept; a burst of webhooks shares one question.
 * A new id means that Plaid rotated: the other keys are asked for anew at their next use, so that one which expired
 * is noticed.
 * @throws PlaidFault, `INVALID_WEBHOOK_VERIFICATION_KEY_ID` when Plaid does not know the id in this environment;
 * KeyLookupsExhausted
 */
export function getVerificationKey(keyId: string, now: Date): Promise<VerificationKey> {
  const kept = cache.get(keyId)
  if (kept && kept.keptUntil > now.getTime()) return kept.asked
  const isPlaids = kept?.isPlaids ?? false
  const asked = isPlaids ? ask(keyId) : askForStranger(keyId, now)
  if (cache.size >= mostKept) cache.clear()
  const keptUntil = now.getTime() + keepMs
  cache.set(keyId, { asked, keptUntil, isPlaids })
  asked.then(
    () => confirm(keyId, { asked, keptUntil, isPlaids }),
    (fault: unknown) => forget(keyId, asked, fault, now),
  )
  return asked
}

function confirm(keyId: string, kept: Kept): void {
  cache.set(keyId, { ...kept, isPlaids: true })
  if (kept.isPlaids) return
  for (const [other, known] of cache) {
    if (other !== keyId) cache.set(other, { ...known, keptUntil: 0 })
  }
}

function forget(keyId: string, asked: Promise<VerificationKey>, fault: unknown, now: Date): void {
  const isUnknown = fault instanceof PlaidFault && fault.code === 'INVALID_WEBHOOK_VERIFICATION_KEY_ID'
  if (isUnknown) cache.set(keyId, { asked, keptUntil: now.getTime() + unknownMs, isPlaids: false })
  else cache.delete(keyId)
}

async function askForStranger(keyId: string, now: Date): Promise<VerificationKey> {
  lookups = lookups.filter((at) => at > now.getTime() - 60_000)
  if (lookups.length >= lookupsAMinute) throw new KeyLookupsExhausted('too many unknown verification keys this minute')
  lookups.push(now.getTime())
  return ask(keyId)
}

async function ask(keyId: string): Promise<VerificationKey> {
  const { key } = await callPlaid('/webhook_verification_key/get', (api) =>
    api.webhookVerificationKeyGet({ key_id: keyId }),
  )
  const imported = await importJWK({ kty: key.kty, crv: key.crv, x: key.x, y: key.y }, 'ES256')
  if (imported instanceof Uint8Array) throw new TypeError('Plaid answered a symmetric verification key')
  return { key: imported, expiredAt: key.expired_at === null ? null : new Date(key.expired_at * 1000) }
}
