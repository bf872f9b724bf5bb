import type { WebhookVerificationKeyGetResponse } from 'plaid'
import { z } from 'zod'
import type { Sandbox } from '../sandbox.ts'
import { readRequest } from './read-request.ts'
import { refuse } from './refusal.ts'
import type { Answer } from './wire.ts'

/** The public half of the key with this `kid`, expired ones included. */
export function webhookVerificationKeyGet(sandbox: Sandbox, body: unknown): Answer<WebhookVerificationKeyGetResponse> {
  const { key_id } = readRequest(z.strictObject({ key_id: z.string() }), body)
  if (sandbox.moods.keyEndpointDown) throw refuse('INTERNAL_SERVER_ERROR')
  // A UUID in capitals is the same UUID (RFC 9562, 4), and nowhere does Plaid say that it minds them.
  const key = sandbox.store.state.signingKeys.find((candidate) => candidate.kid === key_id.toLowerCase())
  if (!key) throw refuse('INVALID_WEBHOOK_VERIFICATION_KEY_ID')
  const { kty, crv, x, y } = key.privateJwk
  return {
    key: {
      alg: 'ES256',
      crv,
      kid: key.kid,
      kty,
      use: 'sig',
      x,
      y,
      created_at: key.createdAt,
      expired_at: key.expiredAt,
    },
  }
}
