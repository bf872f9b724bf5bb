import { exportJWK, generateKeyPair } from 'jose'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import { type SigningKey, signingKeySchema } from '../state/signing-key.ts'

/** Makes a key that nobody knows yet. */
export async function makeSigningKey(now: Date): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return signingKeySchema.parse({
    kid: newId.uuid(),
    privateJwk: await exportJWK(privateKey),
    createdAt: Math.floor(now.getTime() / 1000),
    expiredAt: null,
  })
}

async function addKey(sandbox: Sandbox): Promise<SigningKey> {
  const key = await makeSigningKey(sandbox.now())
  sandbox.store.state.signingKeys.push(key)
  sandbox.store.changed()
  return key
}

/** The key that signs webhooks now; made on first use. */
export async function currentSigningKey(sandbox: Sandbox): Promise<SigningKey> {
  const current = sandbox.store.state.signingKeys.findLast((key) => key.expiredAt === null)
  return current ?? addKey(sandbox)
}

/** Takes a new key into use; the old ones are still served, with `expired_at`. */
export async function rotateSigningKey(sandbox: Sandbox): Promise<SigningKey> {
  const expiredAt = Math.floor(sandbox.now().getTime() / 1000)
  for (const key of sandbox.store.state.signingKeys) key.expiredAt ??= expiredAt
  return addKey(sandbox)
}
