import { createECDH, randomBytes } from 'node:crypto'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { PushSubscription } from '../state/push.ts'

const curve = 'prime256v1'

/** Makes what `pushManager.subscribe` would give a page, and keeps the private half. */
export function subscribe(sandbox: Sandbox, applicationServerKey: string | null): PushSubscription {
  const keys = createECDH(curve)
  const p256dh = keys.generateKeys('base64url')
  const subscription: PushSubscription = {
    id: newId.uuid(),
    privateKey: keys.getPrivateKey('base64url'),
    p256dh,
    auth: randomBytes(16).toString('base64url'),
    applicationServerKey,
    isGone: false,
  }
  sandbox.store.state.pushSubscriptions[subscription.id] = subscription
  sandbox.store.changed()
  return subscription
}

/** The private half, for decrypting. */
export function privateKeyOf({ privateKey }: PushSubscription) {
  const keys = createECDH(curve)
  keys.setPrivateKey(privateKey, 'base64url')
  return keys
}
