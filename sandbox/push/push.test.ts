import { expect, test } from 'vitest'
import webPush from 'web-push'
import { runSandbox } from '../testing/run-sandbox.ts'

const keys = webPush.generateVAPIDKeys()
const vapidDetails = { subject: 'mailto:support@fernway.example', ...keys }

async function withSubscription(applicationServerKey: string | null = null) {
  const running = await runSandbox()
  const answer = await running.control('push/subscriptions', { applicationServerKey })
  const subscription = await answer.json()
  const request = (payload: string, options: webPush.RequestOptions = {}) =>
    webPush.generateRequestDetails(subscription, payload, { vapidDetails, TTL: 60, ...options })
  const post = async ({ endpoint, headers, body }: webPush.RequestDetails, change: Record<string, string> = {}) => {
    const given = new Headers(Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]))
    given.delete('content-length')
    for (const [name, value] of Object.entries(change)) given.set(name, value)
    const response = await fetch(endpoint, { method: 'POST', headers: given, body: body && new Uint8Array(body) })
    return response.status
  }
  const messages = async () => (await (await fetch(`${running.url}/push.json`)).json()).messages
  return { ...running, subscription, request, post, messages }
}

test('a message is decrypted as the browser would, with what the push service was told of it', async () => {
  const { url, request, post, messages, subscription } = await withSubscription(keys.publicKey)
  expect(await post(request('{"title":"Bänk"}', { urgency: 'high', topic: 'bank' }))).toBe(201)
  expect(await messages()).toMatchObject([
    {
      subscriptionId: subscription.id,
      text: '{"title":"Bänk"}',
      ttl: 60,
      urgency: 'high',
      topic: 'bank',
      vapid: { aud: url, sub: vapidDetails.subject, publicKey: keys.publicKey },
    },
  ])
  await fetch(`${url}/push.json`, { method: 'DELETE' })
  expect(await messages()).toEqual([])
})

test('what a push service refuses is refused here', async () => {
  const { url, request, post, messages, subscription } = await withSubscription()
  const elsewhere = webPush.getVapidHeaders(
    'https://elsewhere.example',
    vapidDetails.subject,
    keys.publicKey,
    keys.privateKey,
    'aes128gcm',
  )
  const past = webPush.getVapidHeaders(url, vapidDetails.subject, keys.publicKey, keys.privateKey, 'aes128gcm', 1)
  const other = webPush.generateVAPIDKeys()
  const stolen = webPush.getVapidHeaders(url, vapidDetails.subject, other.publicKey, other.privateKey, 'aes128gcm')
  const swapped = stolen.Authorization.replace(other.publicKey, keys.publicKey)
  expect(await post(request('x'), { authorization: 'none' })).toBe(401)
  expect(await post(request('x'), { authorization: elsewhere.Authorization })).toBe(403)
  expect(await post(request('x'), { authorization: past.Authorization })).toBe(403)
  expect(await post(request('x'), { authorization: swapped })).toBe(403)
  expect(await post(request('x'), { ttl: 'soon' })).toBe(400)
  expect(await post(request('x'), { topic: 'x'.repeat(33) })).toBe(400)
  expect(await post(request('x'), { 'content-encoding': 'aesgcm' })).toBe(415)
  expect(await post(request('x'.repeat(4_096)))).toBe(413)
  expect(await post({ ...request('x'), body: Buffer.alloc(200, 1) })).toBe(400)
  expect(await post({ ...request('x'), endpoint: `${url}/push/unknown` })).toBe(404)
  expect(await messages()).toEqual([])
  await fetch(`${url}/control/push/subscriptions/${subscription.id}/end`, { method: 'POST' })
  expect(await post(request('x'))).toBe(410)
})

test('a subscription takes messages of the key alone that it was made for', async () => {
  const { request, post } = await withSubscription(webPush.generateVAPIDKeys().publicKey)
  expect(await post(request('x'))).toBe(403)
})

test('on request it answers otherwise, or not at all, and then goes on', async () => {
  const { control, request, post, messages } = await withSubscription()
  await control('push/disturb-next', { status: 429, retryAfter: '7' })
  expect(await post(request('x'))).toBe(429)
  await control('push/disturb-next', { isCut: true })
  await expect(post(request('x'))).rejects.toThrow('fetch failed')
  expect(await messages()).toHaveLength(1)
  expect(await post(request('x'))).toBe(201)
})
