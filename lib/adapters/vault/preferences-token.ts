import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env.ts'
import { VaultError } from './sealed.ts'

const idBytes = 16
const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
// 16 bytes of id and 32 of proof; 48 bytes fill 64 characters, so each token is written in one way only.
const tokenForm = /^[A-Za-z0-9_-]{64}$/

/**
 * What opens a person's preferences from a mail without signing in. It is their id and a proof that we wrote it: no
 * row is kept, and it does not run out, because mails are opened years later.
 * @param userId a UUID, as all ids of people are
 * @returns 64 characters that need no escaping in an address
 */
export function preferencesToken(userId: string): string {
  const [first] = env().TOKEN_KEYS
  if (!first) throw new VaultError('unknown_key', 'TOKEN_KEYS holds no key')
  if (!idForm.test(userId)) throw new TypeError('a preferences token is for the id of a person')
  const id = Buffer.from(userId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, proof(id, first.key)]).toString('base64url')
}

/**
 * Whose preferences a token opens, with whichever key of TOKEN_KEYS it was made.
 * @returns the person's id, or null for a token that we did not make
 */
export function readPreferencesToken(token: string): string | null {
  if (!tokenForm.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, idBytes)
  const claimed = bytes.subarray(idBytes)
  const isOurs = env().TOKEN_KEYS.some(({ key }) => timingSafeEqual(claimed, proof(id, key)))
  return isOurs ? id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : null
}

/** A key of its own, so that nothing else made with TOKEN_KEYS can ever pass for such a token. */
function proof(id: Buffer, key: Buffer): Buffer {
  const derived = hkdfSync('sha256', key, '', 'relink preferences link', 32)
  return createHmac('sha256', Buffer.from(derived)).update(id).digest()
}
