import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { env } from '#lib/env.ts'

const algorithm = 'aes-256-gcm'
const ivBytes = 12

/** A secret that cannot be opened: its key is gone from TOKEN_KEYS, or it was changed or moved to another owner. */
export class VaultError extends Error {
  override name = 'VaultError'
  readonly code: 'unknown_key' | 'not_ours'

  constructor(code: 'unknown_key' | 'not_ours', message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/**
 * Seals `secret` with the first key of TOKEN_KEYS. `owner` (an Item's Plaid id) is bound to the result, so that a
 * sealed token copied to another row does not open there.
 * @returns `keyId.iv.tag.ciphertext`, the last three in base64url
 */
export function seal(secret: string, owner: string): string {
  const [first] = env().TOKEN_KEYS
  if (!first) throw new VaultError('unknown_key', 'TOKEN_KEYS holds no key')
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, first.key, iv)
  cipher.setAAD(Buffer.from(owner))
  const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [first.id, ...[iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'))].join('.')
}

/**
 * Opens what `seal` made, with whichever key sealed it.
 * @throws VaultError `unknown_key` when that key is no longer in TOKEN_KEYS, `not_ours` when the text was altered
 */
export function open(sealed: string, owner: string): string {
  const [keyId = '', iv = '', tag = '', ciphertext = ''] = sealed.split('.')
  const found = env().TOKEN_KEYS.find(({ id }) => id === keyId)
  if (!found) throw new VaultError('unknown_key', `TOKEN_KEYS has no key "${keyId}", which sealed this secret`)
  try {
    const decipher = createDecipheriv(algorithm, found.key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(owner))
    decipher.setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64url')), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new VaultError('not_ours', 'a sealed secret does not open: it was altered or belongs to another Item', {
      cause,
    })
  }
}
