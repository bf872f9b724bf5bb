import type { Sandbox } from '../sandbox.ts'
import type { Delivery } from '../state/delivery.ts'
import { attemptDelivery } from '../webhooks/attempt-delivery.ts'

/** Sends a logged webhook once more, now, signed anew; answers when it was answered. Null for an unknown id. */
export async function resendDelivery(sandbox: Sandbox, deliveryId: string): Promise<Delivery | null> {
  const delivery = sandbox.store.state.deliveries.find((candidate) => candidate.id === deliveryId)
  if (!delivery || delivery.forged !== null) return null
  await attemptDelivery(sandbox, delivery)
  return delivery
}
