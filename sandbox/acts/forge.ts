import { plaidError } from '../plaid/error-catalogue.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Flaw } from '../state/delivery.ts'
import { newId } from '../state/ids.ts'
import { logDelivery } from '../webhooks/delivery-log.ts'
import { errorWebhookFor } from '../webhooks/item-webhooks.ts'
import { postWebhook } from '../webhooks/post-webhook.ts'
import { signFlawed } from '../webhooks/sign-flawed.ts'

export type Forgery = { url: string; itemId?: string; flaw: Flaw }
export type ForgeryAnswer = { status: number | null; body: string; error: string | null }

/** Sends an ITEM: ERROR that Plaid never sent, wrong in one way, once. */
export async function forge(sandbox: Sandbox, { url, itemId, flaw }: Forgery): Promise<ForgeryAnswer> {
  const body = errorWebhookFor(itemId ?? newId.item(), plaidError('ITEM_LOGIN_REQUIRED'))
  const delivery = logDelivery(sandbox, { itemId: itemId ?? null, url, body, forged: flaw })
  const verification = await signFlawed(sandbox, delivery.body, flaw)
  const { attempt, body: answer } = await postWebhook(url, delivery.body, verification, {
    timeoutMs: sandbox.options.webhookTimeoutMs,
    now: sandbox.now,
  })
  delivery.attempts.push(attempt)
  sandbox.store.changed()
  return { status: attempt.status, body: answer, error: attempt.error }
}
