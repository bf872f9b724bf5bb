import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { readMetrics } from '#lib/features/operations/read-metrics.ts'
import { oddWebhooks } from '../../../../scripts/testing/odd-webhooks.ts'
import { itemErrorBody, stopRelink } from '../../../../scripts/testing/relink.ts'
import { type Flaw, sandboxClient } from '../../../../scripts/testing/sandbox-client.ts'
import { POST } from './route.ts'

const sandbox = sandboxClient()
const body = itemErrorBody('wz666MBjYWTp2PDzzggYhM6oWWmBb')

async function post(sent: string | Uint8Array<ArrayBuffer>, signature: string | null): Promise<number> {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (signature !== null) headers.set('plaid-verification', signature)
  const request = new Request('http://localhost:3000/api/plaid/webhook', { method: 'POST', headers, body: sent })
  return (await POST(request)).status
}

const lookUps = async () => (await sandbox.calls()).byPath['/webhook_verification_key/get'] ?? 0
const stored = () => db().webhookDelivery.count()

afterEach(() => db().webhookDelivery.deleteMany())
afterAll(stopRelink)

describe('a webhook that Plaid signed', () => {
  it('is stored as it came, with its job, and answered 200', async () => {
    expect(await post(body, await sandbox.sign(body))).toBe(200)
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
  const flaws: Flaw[] = ['signature', 'body', 'algorithm', 'unknown-key', 'stale', 'future', 'not-jwt']

  it.each(flaws)('is refused and leaves nothing behind: %s', async (flaw) => {
    expect(await post(body, await sandbox.sign(body, { flaw }))).toBe(401)
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
    const counted = async () =>
      Number(/answers_total\{answer="not_a_jwt"\} (\d+)/.exec((await readMetrics()).text)?.[1] ?? 0)
    const countedBefore = await counted()
    expect(await post(body, signature)).toBe(401)
    expect([await stored(), await lookUps(), await counted()]).toEqual([0, before, countedBefore + 1])
  })

  it('is refused without a signature', async () => {
    expect(await post(body, null)).toBe(401)
    expect(await stored()).toBe(0)
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

  it('shows in the metric under the reason, and nowhere else', async () => {
    await post(body, await sandbox.sign(body, { flaw: 'stale' }))
    expect((await readMetrics()).text).toMatch(/relink_webhook_answers_total\{answer="too_old"\} [1-9]/)
  })
})

describe('a webhook that cannot be judged now', () => {
  it('is answered 503, so that Plaid sends it again, and is taken then', async () => {
    await sandbox.rotateKeys()
    await sandbox.setKeyEndpointDown(true)
    const signature = await sandbox.sign(body)
    expect(await post(body, signature)).toBe(503)
    await sandbox.setKeyEndpointDown(false)
    expect(await post(body, signature)).toBe(200)
    expect(await stored()).toBe(1)
  })
})

describe('a webhook larger than any of Plaid’s', () => {
  it('is refused by its size when it is signed, and unread when it is not', async () => {
    const endless = 'x'.repeat(16 * 1024 * 1024 + 1)
    expect(await post(endless, await sandbox.sign(endless))).toBe(413)
    expect(await post(endless, null)).toBe(401)
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
    expect(await post(other, await sandbox.sign(other))).toBe(401)
    expect((await readMetrics()).text).toMatch(/relink_webhook_answers_total\{answer="wrong_environment"\} [1-9]/)
  })
})

describe('a stranger who invents key ids', () => {
  it('makes us ask Plaid a bounded number of times, while webhooks under a known key still pass', async () => {
    expect(await post(body, await sandbox.sign(body))).toBe(200)
    const before = await lookUps()
    const answers: number[] = []
    for (let count = 0; count < 40; count += 1) {
      answers.push(await post(body, await sandbox.sign(body, { flaw: 'unknown-key' })))
    }
    expect((await lookUps()) - before).toBeLessThanOrEqual(20)
    // Beyond the bound one of them could be Plaid's new key: whoever it is may come again.
    expect(new Set(answers)).toEqual(new Set([401, 503]))
    expect(await post(body, await sandbox.sign(body))).toBe(200)
  })
})
