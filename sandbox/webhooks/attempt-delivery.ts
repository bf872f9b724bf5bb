import { complain } from '../complain.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Delivery } from '../state/delivery.ts'
import { cancelRetry } from './delivery-log.ts'
import { postWebhook } from './post-webhook.ts'
import { readRetryAfterMs } from './retry-after.ts'
import { signBody } from './sign.ts'

/** Plaid answers the one success; anything else is tried again, by the delays, until they run out. */
const success = 200

/** Sends it now, signed anew, and plans the next attempt when this one fails. */
export async function attemptDelivery(sandbox: Sandbox, delivery: Delivery): Promise<void> {
  cancelRetry(sandbox, delivery.id)
  const { webhookTimeoutMs, retryDelaysMs } = sandbox.options
  const verification = await signBody(sandbox, delivery.body)
  const result = await postWebhook(delivery.url, delivery.body, verification, {
    timeoutMs: webhookTimeoutMs,
    now: sandbox.now,
  })
  delivery.attempts.push(result.attempt)
  delivery.nextAttemptAt = null
  const delayMs = retryDelaysMs[delivery.attempts.length - 1]
  if (result.attempt.status !== success && delayMs !== undefined) {
    const asked = result.attempt.status === 429 ? readRetryAfterMs(result.retryAfter, sandbox.now()) : null
    planAttempt(sandbox, delivery, asked ?? delayMs)
  }
  sandbox.store.changed()
}

/** Sends it after a while, unless it was forgotten meanwhile. */
export function planAttempt(sandbox: Sandbox, delivery: Delivery, delayMs: number): void {
  if (!sandbox.store.state.deliveries.includes(delivery)) return
  delivery.nextAttemptAt = new Date(sandbox.now().getTime() + delayMs).toISOString()
  const timer = setTimeout(() => startAttempt(sandbox, delivery), delayMs).unref()
  sandbox.moods.retryTimers.set(delivery.id, timer)
}

/** Sends it without waiting for the answer, as Plaid does. */
export function startAttempt(sandbox: Sandbox, delivery: Delivery): void {
  attemptDelivery(sandbox, delivery).catch((error: unknown) => {
    complain(`webhook ${delivery.id} could not be sent`, error)
  })
}

/** After a restart: goes on with the retries that were still due. */
export function resumeRetries(sandbox: Sandbox): void {
  for (const delivery of sandbox.store.state.deliveries) {
    if (delivery.nextAttemptAt === null) continue
    const waitMs = new Date(delivery.nextAttemptAt).getTime() - sandbox.now().getTime()
    planAttempt(sandbox, delivery, Math.max(0, waitMs))
  }
}

/** Sends nothing any more. */
export function stopRetries(sandbox: Sandbox): void {
  for (const timer of sandbox.moods.retryTimers.values()) clearTimeout(timer)
  sandbox.moods.retryTimers.clear()
}
