import { generateKeyPairSync } from 'node:crypto'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import { type SigningKey, signingKeySchema } from '../state/signing-key.ts'

// All of it is synchronous: between two keys there is no moment in which a webhook could find none and make its own.

/** Makes a key that nobody knows yet. */
export function makeSigningKey(now: Date): SigningKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return signingKeySchema.parse({
    kid: newId.uuid(),
    privateJwk: privateKey.export({ format: 'jwk' }),
    createdAt: Math.floor(now.getTime() / 1000),
    expiredAt: null,
  })
}

function addKey(sandbox: Sandbox): SigningKey {
  const key = makeSigningKey(sandbox.now())
  sandbox.store.state.signingKeys.push(key)
  sandbox.store.changed()
  return key
}

/** The key that signs webhooks now; made on first use. */
export function currentSigningKey(sandbox: Sandbox): SigningKey {
  const current = sandbox.store.state.signingKeys.findLast((key) => key.expiredAt === null)
  return current ?? addKey(sandbox)
}

/** A key that has ended, and that signed nothing before. */
export function expiredSigningKey(sandbox: Sandbox): SigningKey {
  const key = addKey(sandbox)
  key.expiredAt = key.createdAt
  return key
}

/** Takes a new key into use; the old ones are still served, with `expired_at`. */
export function rotateSigningKey(sandbox: Sandbox): SigningKey {
  const expiredAt = Math.floor(sandbox.now().getTime() / 1000)
  for (const key of sandbox.store.state.signingKeys) key.expiredAt ??= expiredAt
  return addKey(sandbox)
}
