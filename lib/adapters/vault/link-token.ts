import { createHash, createHmac, randomBytes } from 'node:crypto'
import { env } from '#lib/env.ts'
import { VaultError } from './sealed.ts'

export type MintedToken = {
  /** 256 bits in base64url, for the URL. */
  token: string
  /** What the database keeps beside the hash; `token` follows from it only together with a key of TOKEN_KEYS. */
  seed: string
  tokenHash: string
}

/** Mints the token of a new reconnect link. */
export function mintToken(): MintedToken {
  const [first] = env().TOKEN_KEYS
  if (!first) throw new VaultError('unknown_key', 'TOKEN_KEYS holds no key')
  const seed = `${first.id}.${randomBytes(32).toString('base64url')}`
  const token = tokenOfSeed(seed)
  return { token, seed, tokenHash: hashToken(token) }
}

/**
 * Makes the same token again, so that a mail sent twice after a crash is the same mail, although the database
 * alone never holds what opens a link.
 * @throws VaultError when the key that the seed names is no longer in TOKEN_KEYS
 */
export function tokenOfSeed(seed: string): string {
  const [keyId = '', random = ''] = seed.split('.')
  const found = env().TOKEN_KEYS.find(({ id }) => id === keyId)
  if (!found) throw new VaultError('unknown_key', `TOKEN_KEYS has no key "${keyId}", which minted this link`)
  return createHmac('sha256', found.key).update(`reconnect-link:${random}`).digest('base64url')
}

/** The hash under which a link is found. The token has 256 random bits, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
