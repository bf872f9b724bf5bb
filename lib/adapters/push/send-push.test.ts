import { afterEach, describe, expect, it } from 'vitest'
import webPush from 'web-push'
import { env } from '#lib/env.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { postPush } from './post-push.ts'
import { sendPush } from './send-push.ts'

const sandbox = sandboxClient()
const message = {
  title: 'First Platypus Bank',
  body: 'Déjà vu: sign in again 🔗',
  url: 'http://localhost:3000/reconnect/x',
}
const topic = '01996b1e-0000-7000-8000-000000000003'

async function subscription() {
  const { id, endpoint, keys } = await sandbox.subscribeToPush(env().VAPID?.publicKey)
  return { id, endpoint, ...keys }
}

const faultOf = (sending: Promise<unknown>) =>
  sending.then(
    () => null,
    (fault: unknown) => fault,
  )

afterEach(() => sandbox.forgetPushes())

describe('a browser message', () => {
  it('arrives encrypted, signed with our VAPID key, and is read by the browser alone', async () => {
    const browser = await subscription()
    expect(await sendPush(browser, message, topic)).toBe('sent')
    const [got] = await sandbox.pushes()
    expect(got).toMatchObject({
      subscriptionId: browser.id,
      ttl: 86_400,
      urgency: 'normal',
      vapid: { aud: sandbox.url, sub: env().VAPID?.subject, publicKey: env().VAPID?.publicKey },
    })
    expect(JSON.parse(got?.text ?? '')).toEqual({ ...message, tag: got?.topic })
  })

  it('has the same topic on every try, so that it shows once', async () => {
    const browser = await subscription()
    await sendPush(browser, message, topic)
    await sendPush(browser, message, topic)
    await sendPush(browser, message, `${topic}-other`)
    const [other, second, first] = (await sandbox.pushes()).map((got) => got.topic)
    expect(first).toMatch(/^[\w-]{32}$/)
    expect(second).toBe(first)
    expect(other).not.toBe(first)
  })

  it('to a subscription that has ended, or never was, finds it gone', async () => {
    const browser = await subscription()
    await sandbox.endSubscription(browser.id)
    expect(await sendPush(browser, message, topic)).toBe('gone')
    expect(await sendPush({ ...browser, endpoint: `${sandbox.url}/push/unknown` }, message, topic)).toBe('gone')
    expect(await sandbox.pushes()).toEqual([])
  })

  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [429, { code: 'push_429', isFinal: false }],
    [500, { code: 'push_500', isFinal: false }],
    [503, { code: 'push_503', isFinal: false }],
    [400, { code: 'push_400', isFinal: true }],
    [401, { code: 'push_401', isFinal: true }],
    [403, { code: 'push_403', isFinal: true }],
    [413, { code: 'push_413', isFinal: true }],
    [302, { code: 'push_302', isFinal: true }],
  ])('that is answered %i: %o', async (status, expected) => {
    const browser = await subscription()
    await sandbox.disturbNextPush({ status })
    const sending = sendPush(browser, message, topic)
    if (expected === 'gone') expect(await sending).toBe('gone')
    else expect(await faultOf(sending)).toMatchObject({ name: 'PushFault', ...Object(expected) })
  })

  it('that is cut off, or not answered in time, may be tried again', async () => {
    const browser = await subscription()
    await sandbox.disturbNextPush({ isCut: true })
    const fault = await faultOf(sendPush(browser, message, topic))
    expect(fault).toMatchObject({ code: 'push_no_answer', isFinal: false })
    await sandbox.disturbNextPush({ waitMs: 2_000 })
    const { endpoint, p256dh, auth } = browser
    const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, 'x')
    expect(await faultOf(postPush(request, 100))).toMatchObject({ code: 'push_no_answer', isFinal: false })
  })

  it('for keys that are none is final', async () => {
    const browser = await subscription()
    const fault = await faultOf(sendPush({ ...browser, p256dh: 'AAAA' }, message, topic))
    expect(fault).toMatchObject({ code: 'push_wrong_keys', isFinal: true })
  })

  it.each(['https://10.0.0.7/push', 'https://redis/push', 'http://fcm.googleapis.com/push', 'nothing'])(
    'does not go where no push service is: %s',
    async (endpoint) => {
      const browser = await subscription()
      const fault = await faultOf(sendPush({ ...browser, endpoint }, message, topic))
      expect(fault).toMatchObject({ code: 'push_endpoint_refused', isFinal: true })
    },
  )
})
