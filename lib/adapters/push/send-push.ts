import { createHash } from 'node:crypto'
import webPush from 'web-push'
import { isLoopback, isPushEndpoint } from '#lib/domain/push-endpoint.ts'
import { env } from '#lib/env.ts'
import { postPush } from './post-push.ts'
import { PushFault } from './push-fault.ts'

export { PushFault } from './push-fault.ts'

export type PushKeys = { endpoint: string; p256dh: string; auth: string }
export type PushMessage = { title: string; body: string; url: string }

// A browser that was off for a day learns from the next message; by then this one may be untrue.
const lifeSeconds = 24 * 60 * 60
const longestTopic = 32

/**
 * Sends one message to one browser, encrypted so that the push service cannot read it (RFC 8291).
 * @param topic the same on every try: a message that still waits at the push service is replaced, not doubled, and so
 * is one that the browser shows already
 * @returns `gone` when the browser has no such subscription any more
 * @throws PushFault
 */
export async function sendPush(subscription: PushKeys, message: PushMessage, topic: string): Promise<'sent' | 'gone'> {
  const status = await postPush(requestFor(subscription, message, topic))
  if (status === 404 || status === 410) return 'gone'
  if (status >= 200 && status < 300) return 'sent'
  throw new PushFault(`push_${status}`, `status ${status}`, { isFinal: status !== 429 && status < 500 })
}

function requestFor({ endpoint, p256dh, auth }: PushKeys, message: PushMessage, topic: string) {
  const { VAPID, APP_URL } = env()
  if (!VAPID) throw new PushFault('push_off', 'there are no VAPID keys', { isFinal: true })
  // Looked at again, because the row may be older than the rule.
  if (!isPushEndpoint(endpoint, { allowsLoopback: isLoopback(new URL(APP_URL)) })) {
    throw new PushFault('push_endpoint_refused', 'this endpoint is none of a push service', { isFinal: true })
  }
  // RFC 8030 allows 32 characters of base64url, fewer than an id has.
  const shortTopic = createHash('sha256').update(topic).digest('base64url').slice(0, longestTopic)
  try {
    return webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify({ ...message, tag: shortTopic }),
      { vapidDetails: VAPID, TTL: lifeSeconds, urgency: 'normal', topic: shortTopic, contentEncoding: 'aes128gcm' },
    )
  } catch (cause) {
    throw new PushFault('push_wrong_keys', 'nothing can be encrypted for these keys', { isFinal: true, cause })
  }
}
