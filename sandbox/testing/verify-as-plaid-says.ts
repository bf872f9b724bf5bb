import { createHash } from 'node:crypto'
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import type { PlaidApi } from 'plaid'

/** Plaid's own words: https://plaid.com/docs/api/webhooks/webhook-verification/. Rejects what a receiver must refuse. */
export async function verifyAsPlaidSays(plaid: PlaidApi, verification: string | null, body: string): Promise<void> {
  if (verification === null) throw new Error('missing')
  const { alg, kid = '' } = decodeProtectedHeader(verification)
  if (alg !== 'ES256') throw new Error('algorithm')
  const { data } = await plaid.webhookVerificationKeyGet({ key_id: kid }).catch(() => {
    throw new Error('unknown-key')
  })
  if (data.key.expired_at !== null) throw new Error('expired-key')
  const publicKey = await importJWK({ ...data.key }, 'ES256')
  const { payload } = await jwtVerify(verification, publicKey, { algorithms: ['ES256'], maxTokenAge: '5 min' })
  const hash = createHash('sha256').update(body, 'utf8').digest('hex')
  if (payload.request_body_sha256 !== hash) throw new Error('body')
}
