import { decrypt } from 'http_ece'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { PushMessage, PushSubscription } from '../state/push.ts'
import { checkVapid } from './check-vapid.ts'
import { PushRefusal } from './refusal.ts'
import { privateKeyOf } from './subscribe.ts'

const keptMessages = 500
const mostBytes = 4096
const longestTopic = 32

type Incoming = { subscriptionId: string; headers: Headers; body: Buffer; origin: string }

/** Takes one message as a push service does (RFC 8030), and reads it as the browser would (RFC 8291). */
export async function receivePush(sandbox: Sandbox, incoming: Incoming): Promise<PushMessage> {
  const { headers, body, origin } = incoming
  const subscription = sandbox.store.state.pushSubscriptions[incoming.subscriptionId]
  if (!subscription) throw new PushRefusal(404, 'no such subscription')
  if (subscription.isGone) throw new PushRefusal(410, 'the subscription has ended')
  const { applicationServerKey } = subscription
  const vapid = await checkVapid(headers.get('authorization'), { origin, applicationServerKey, now: sandbox.now() })
  const message: PushMessage = {
    id: newId.uuid(),
    subscriptionId: subscription.id,
    at: sandbox.now().toISOString(),
    ttl: ttlOf(headers),
    urgency: headers.get('urgency'),
    topic: topicOf(headers),
    vapid,
    text: decrypted(subscription, headers, body),
  }
  const { pushMessages } = sandbox.store.state
  pushMessages.push(message)
  pushMessages.splice(0, Math.max(0, pushMessages.length - keptMessages))
  sandbox.store.changed()
  return message
}

function ttlOf(headers: Headers): number {
  const ttl = headers.get('ttl') ?? ''
  if (!/^\d+$/.test(ttl)) throw new PushRefusal(400, 'TTL must be a number of seconds')
  return Number(ttl)
}

function topicOf(headers: Headers): string | null {
  const topic = headers.get('topic')
  if (topic === null || (/^[\w-]+$/.test(topic) && topic.length <= longestTopic)) return topic
  throw new PushRefusal(400, 'Topic must have 32 characters of base64url at most')
}

function decrypted(subscription: PushSubscription, headers: Headers, body: Buffer): string {
  if (headers.get('content-encoding') !== 'aes128gcm') throw new PushRefusal(415, 'Content-Encoding must be aes128gcm')
  if (body.byteLength > mostBytes) throw new PushRefusal(413, `a message has ${mostBytes} bytes at most`)
  try {
    const privateKey = privateKeyOf(subscription)
    return decrypt(body, { version: 'aes128gcm', privateKey, authSecret: subscription.auth }).toString('utf8')
  } catch (cause) {
    // A real push service cannot know; the browser would show nothing, and nobody would learn of it.
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new PushRefusal(400, `the browser could not decrypt this: ${reason}`)
  }
}
