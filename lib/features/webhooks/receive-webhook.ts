import { verifyBody, verifySignature, WebhookRejected } from '#lib/adapters/plaid/verify-webhook.ts'
import { env } from '#lib/env.ts'
import { parseWebhook } from './parse-webhook.ts'
import { recordDelivery } from './record-delivery.ts'

export type IncomingWebhook = {
  signature: string | null
  /** Reads the raw body; called only when the signature is Plaid's, so a stranger cannot make us read megabytes. */
  readBody: () => Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Takes one webhook: verifies it, then records it with its job. When this resolves, nothing can be lost any more
 * and the sender may be answered 200.
 * @throws WebhookRejected when it is not Plaid's, BodyTooLarge when it has no end; anything else (WebhookUndecided when
 * the key is away, else the database is) means "send it again"
 */
export async function receiveWebhook({ signature, readBody }: IncomingWebhook, now: Date): Promise<void> {
  const bodyHash = await verifySignature(signature, now)
  const rawBody = await readBody()
  verifyBody(rawBody, bodyHash)
  const webhook = parseWebhook(rawBody)
  // Sandbox and production keys differ, so this can only be a set-up that points at the wrong installation.
  const { environment } = webhook
  if (environment !== null && environment !== env().PLAID_ENV) throw new WebhookRejected('wrong_environment')
  await recordDelivery({ rawBody, source: 'plaid' }, now, webhook)
}
