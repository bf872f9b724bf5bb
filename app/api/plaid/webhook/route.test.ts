import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { answerWebhook } from '#lib/features/webhooks/answer-webhook.ts'
import { log } from '#lib/log.ts'
import { oddWebhooks } from '../../../../scripts/testing/odd-webhooks.ts'
import { itemErrorBody, stopRelink } from '../../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../../scripts/testing/sandbox-client.ts'
import { answersDuring } from '../../../../scripts/testing/webhook-answers.ts'
import { POST } from './route.ts'

const sandbox = sandboxClient()
const body = itemErrorBody('wz666MBjYWTp2PDzzggYhM6oWWmBb')

async function post(sent: string | Uint8Array<ArrayBuffer>, signature: string | null): Promise<number> {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (signature !== null) headers.set('plaid-verification', signature)
  const request = new Request('http://localhost:3000/api/plaid/webhook', { method: 'POST', headers, body: sent })
  return (await POST(request)).status
}

/** The status, and what the metric counted of it. */
async function answerTo(act: () => Promise<number>) {
  let status = 0
  const counted = await answersDuring(async () => {
    status = await act()
  })
  return { status, counted }
}

const lookUps = async () => (await sandbox.calls()).byPath['/webhook_verification_key/get'] ?? 0
const stored = () => db().webhookDelivery.count()

afterEach(async () => {
  vi.restoreAllMocks()
  await db().webhookDelivery.deleteMany()
})
afterAll(stopRelink)

describe('a webhook that Plaid signed', () => {
  it('is stored as it came, with its job, and answered 200', async () => {
    const signature = await sandbox.sign(body)
    expect(await answerTo(() => post(body, signature))).toEqual({ status: 200, counted: { accepted: 1 } })
    const kept = await db().webhookDelivery.findMany()
    expect(kept.map((delivery) => Buffer.from(delivery.body).toString())).toEqual([body])
    const jobs = await db().$queryRaw`SELECT data->>'deliveryId' AS id FROM pgboss.job WHERE name = 'apply-webhook'`
    expect(jobs).toContainEqual({ id: kept[0]?.id })
  })

  it.each(oddWebhooks('x', 'a-link-token'))('is kept although it %s', async (_what, odd) => {
    expect(await post(odd, await sandbox.sign(odd))).toBe(200)
    expect(await stored()).toBe(1)
  })
})

describe('a webhook that Plaid did not sign', () => {
  it.each([
    ['not-jwt', 'not_a_jwt'],
    ['algorithm', 'wrong_algorithm'],
    ['key-id', 'wrong_key_id'],
    ['unknown-key', 'unknown_key'],
    ['expired-key', 'expired_key'],
    ['signature', 'wrong_signature'],
    ['claims', 'wrong_claims'],
    ['stale', 'too_old'],
    ['future', 'from_the_future'],
    ['body', 'wrong_body'],
  ] as const)('is refused, counted under its reason and leaves nothing else behind: %s', async (flaw, reason) => {
    const signature = await sandbox.sign(body, { flaw })
    expect(await answerTo(() => post(body, signature))).toEqual({ status: 401, counted: { [reason]: 1 } })
    expect(await stored()).toBe(0)
  })

  it.each([null, ''])('is refused without a signature: %j', async (none) => {
    expect(await answerTo(() => post(body, none))).toEqual({ status: 401, counted: { no_signature: 1 } })
    expect(await stored()).toBe(0)
  })

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = { alg: 'ES256', kid: '0b1f7c1e-6d0a-4a53-9c57-9f7f4e3d2a10' }
  const [claims, made] = [part({ iat: 0 }), 'A'.repeat(86)]
  it.each([
    ['has two parts', `${part(header)}.${claims}`],
    ['has four parts', `${part(header)}.${claims}.${made}.${made}`],
    ['has an empty part', `${part(header)}..${made}`],
    ['has a blank in it', `${part(header)}.${claims}. ${made}`],
    ['has padding', `${part(header)}=.${claims}.${made}`],
    ['has a header that is no JSON', `AAAA.${claims}.${made}`],
    ['calls critical what nobody knows', `${part({ ...header, crit: ['exp'] })}.${claims}.${made}`],
  ])('is refused before Plaid is asked for a key: its signature %s', async (_what, signature) => {
    const before = await lookUps()
    expect(await answerTo(() => post(body, signature))).toEqual({ status: 401, counted: { not_a_jwt: 1 } })
    expect([await stored(), await lookUps()]).toEqual([0, before])
  })

  it('has a key id of a kind that Plaid may use one day: Plaid is asked', async () => {
    const signature = `${part({ ...header, kid: '0b1f7c1e-6d0a-fa53-1c57-9f7f4e3d2a10' })}.${claims}.${made}`
    const before = await lookUps()
    expect(await answerTo(() => post(body, signature))).toEqual({ status: 401, counted: { unknown_key: 1 } })
    expect(await lookUps()).toBe(before + 1)
  })

  it('is refused when any one character of the signature differs', async () => {
    const signature = await sandbox.sign(body)
    const answers = new Set<number>()
    // The last character may differ in bits that base64url does not use; the same bytes are no forgery.
    for (let index = 0; index < signature.length - 1; index += 1) {
      const other = signature[index] === 'A' ? 'B' : 'A'
      answers.add(await post(body, signature.slice(0, index) + other + signature.slice(index + 1)))
    }
    expect([...answers]).toEqual([401])
    expect(await stored()).toBe(0)
  })

  it('is refused when any one byte of the body differs', async () => {
    const signature = await sandbox.sign(body)
    const answers = new Set<number>()
    for (let index = 0; index < body.length; index += 1) {
      const bytes = new TextEncoder().encode(body)
      bytes[index] = (bytes[index] ?? 0) ^ 1
      answers.add(await post(bytes, signature))
    }
    expect([...answers]).toEqual([401])
    expect(await stored()).toBe(0)
  })
})

describe('a webhook that Plaid signed a while ago', () => {
  it.each([
    ['five minutes', 300_000, 200, 'accepted'],
    ['a millisecond more', 300_001, 401, 'too_old'],
    ['half a minute from now', -30_000, 200, 'accepted'],
    ['a millisecond later than that', -30_001, 401, 'from_the_future'],
  ])('is judged by its age: %s', async (_what, ageMs, status, answer) => {
    const iat = Math.floor(Date.now() / 1000)
    const signature = await sandbox.sign(body, { iat })
    const arrive = () => answerWebhook({ signature, body: new Response(body).body }, new Date(iat * 1000 + ageMs))
    expect(await answerTo(arrive)).toEqual({ status, counted: { [answer]: 1 } })
  })
})

describe('a webhook that cannot be judged now', () => {
  it('is answered 503, so that Plaid sends it again, and is taken then', async () => {
    await sandbox.rotateKeys()
    await sandbox.setKeyEndpointDown(true)
    const signature = await sandbox.sign(body)
    const alarm = vi.spyOn(log, 'error')
    expect(await answerTo(() => post(body, signature))).toEqual({ status: 503, counted: { key_unavailable: 1 } })
    expect(alarm).toHaveBeenCalledOnce()
    await sandbox.setKeyEndpointDown(false)
    expect(await post(body, signature)).toBe(200)
    expect(await stored()).toBe(1)
  })
})

describe('a webhook larger than any of Plaid’s', () => {
  it('is refused by its size when it is signed, and unread when it is not', async () => {
    const endless = 'x'.repeat(16 * 1024 * 1024 + 1)
    const signature = await sandbox.sign(endless)
    expect(await answerTo(() => post(endless, signature))).toEqual({ status: 413, counted: { too_large: 1 } })
    expect(await answerTo(() => post(endless, null))).toEqual({ status: 401, counted: { no_signature: 1 } })
    expect(await stored()).toBe(0)
  })
})

describe('a webhook of another environment', () => {
  it('is refused, because it was meant for another installation', async () => {
    const other = JSON.stringify({
      webhook_type: 'ITEM',
      webhook_code: 'ERROR',
      item_id: 'x',
      environment: 'production',
    })
    const signature = await sandbox.sign(other)
    expect(await answerTo(() => post(other, signature))).toEqual({ status: 401, counted: { wrong_environment: 1 } })
  })
})

describe('a stranger who invents key ids', () => {
  it('makes us ask Plaid a bounded number of times and raises no alarm, while webhooks under a known key still pass', async () => {
    expect(await post(body, await sandbox.sign(body))).toBe(200)
    const before = await lookUps()
    const alarm = vi.spyOn(log, 'error')
    const statuses = new Set<number>()
    const counted = await answersDuring(async () => {
      for (let count = 0; count < 40; count += 1) {
        statuses.add(await post(body, await sandbox.sign(body, { flaw: 'unknown-key' })))
      }
    })
    const asked = (await lookUps()) - before
    expect(asked).toBeLessThanOrEqual(20)
    // Beyond the bound one of them could be Plaid's new key: whoever it is may come again.
    expect(statuses).toEqual(new Set([401, 503]))
    expect(counted).toEqual({ unknown_key: asked, key_lookups_exhausted: 40 - asked })
    expect(alarm).not.toHaveBeenCalled()
    expect(await post(body, await sandbox.sign(body))).toBe(200)
  })
})
