import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDb, db } from '#lib/adapters/db/client.ts'
import { sendPush } from '#lib/adapters/push/send-push.ts'
import { env } from '#lib/env.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { forgetPushSubscription, pushPublicKey, savePushSubscription } from './push-subscriptions.ts'

const sandbox = sandboxClient()
const now = new Date('2026-11-22T10:00:00Z')
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

let userId = ''
let otherId = ''

beforeEach(async () => {
  const [user, other] = await Promise.all(
    ['marguerite@example.org', 'ottilie@example.se'].map((email) => db().user.create({ data: { email } })),
  )
  userId = user?.id ?? ''
  otherId = other?.id ?? ''
})
afterEach(() => db().user.deleteMany())
afterAll(closeDb)

async function browser() {
  const { endpoint, keys } = await sandbox.subscribeToPush(pushPublicKey() ?? undefined)
  return { endpoint, ...keys }
}

const invented = (endpoint: string) => ({
  endpoint,
  p256dh: randomBytes(65).toString('base64url'),
  auth: randomBytes(16).toString('base64url'),
})

const endpointsOf = async (id: string) =>
  (await db().pushSubscription.findMany({ where: { userId: id }, orderBy: { createdAt: 'asc' } })).map(
    ({ endpoint }) => endpoint,
  )

describe('a browser that a person lets us write to', () => {
  it('gets messages under the key that the page was given', async () => {
    expect(pushPublicKey()).toBe(env().VAPID?.publicKey)
    expect(await savePushSubscription(userId, await browser(), now)).toBe('saved')
    const kept = await db().pushSubscription.findFirstOrThrow({ where: { userId } })
    expect(await sendPush(kept, { title: 'A', body: 'B', url: env().APP_URL }, 'topic')).toBe('sent')
  })

  it('is kept once, with its newest keys', async () => {
    const first = await browser()
    const second = { ...(await browser()), endpoint: first.endpoint }
    await savePushSubscription(userId, first, now)
    await savePushSubscription(userId, second, minutesLater(1))
    expect(await db().pushSubscription.findMany()).toMatchObject([{ userId, ...second, createdAt: minutesLater(1) }])
  })

  it('belongs to whoever signed in there last', async () => {
    const shared = await browser()
    await savePushSubscription(userId, shared, now)
    await savePushSubscription(otherId, shared, minutesLater(1))
    expect(await endpointsOf(userId)).toEqual([])
    expect(await endpointsOf(otherId)).toEqual([shared.endpoint])
  })

  it('is one of ten at most: the oldest goes, also when many come together', async () => {
    const endpoints = Array.from({ length: 14 }, (_, index) => `https://push.example.com/${index}`)
    await Promise.all(
      endpoints.map((endpoint, index) => savePushSubscription(userId, invented(endpoint), minutesLater(index))),
    )
    expect(await endpointsOf(userId)).toHaveLength(10)
    await savePushSubscription(userId, invented('https://push.example.com/newest'), minutesLater(60))
    const kept = await endpointsOf(userId)
    expect(kept).toHaveLength(10)
    expect(kept.at(-1)).toBe('https://push.example.com/newest')
  })

  it('is forgotten when it is gone, and by nobody but its own person otherwise', async () => {
    const mine = await browser()
    await savePushSubscription(userId, mine, now)
    await forgetPushSubscription(mine.endpoint, otherId)
    expect(await endpointsOf(userId)).toEqual([mine.endpoint])
    await forgetPushSubscription(mine.endpoint)
    expect(await endpointsOf(userId)).toEqual([])
  })

  it.each([
    ['an address inside a network', invented('https://192.168.0.1/push')],
    ['a name inside a network', invented('https://redis/push')],
    ['another scheme', invented('http://push.example.com/1')],
    ['keys that are too short', { ...invented('https://push.example.com/1'), p256dh: 'AAAA' }],
    ['no secret', { ...invented('https://push.example.com/1'), auth: '' }],
  ])('is none with %s', async (_what, subscription) => {
    expect(await savePushSubscription(userId, subscription, now)).toBe('no_push_service')
    expect(await endpointsOf(userId)).toEqual([])
  })
})
