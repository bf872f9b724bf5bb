import { decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { receiveWebhooks } from '../testing/receive-webhooks.ts'
import { runSandbox, type TestSandbox } from '../testing/run-sandbox.ts'
import { verifyAsPlaidSays } from '../testing/verify-as-plaid-says.ts'

const body = JSON.stringify({ webhook_type: 'ITEM', webhook_code: 'ERROR' }, null, 2)

async function sign(sandbox: TestSandbox, request: object): Promise<string | null> {
  const answer = await sandbox.control('sign', { body, ...request })
  return z.object({ jwt: z.string().nullable() }).parse(await answer.json()).jwt
}

/** What a right receiver says about each flaw. */
const refusals = {
  signature: 'signature verification failed',
  body: 'body',
  algorithm: 'algorithm',
  'unknown-key': 'unknown-key',
  'key-id': 'unknown-key',
  'expired-key': 'expired-key',
  claims: 'body',
  stale: 'too far in the past',
  future: 'it should be in the past',
  missing: 'missing',
  'not-jwt': 'Invalid Token or Protected Header formatting',
} as const

test('a signature verifies as Plaid says', async () => {
  const sandbox = await runSandbox()
  const verification = await sign(sandbox, {})
  expect(decodeProtectedHeader(verification ?? '')).toMatchObject({ alg: 'ES256', typ: 'JWT' })
  await verifyAsPlaidSays(sandbox.plaid, verification, body)
})

test.for(Object.entries(refusals))('a signature with the flaw %s is refused for it', async ([flaw, refusal]) => {
  const sandbox = await runSandbox()
  const verification = await sign(sandbox, { flaw })
  await expect(verifyAsPlaidSays(sandbox.plaid, verification, body)).rejects.toThrow(refusal)
})

test.for(Object.entries(refusals))('a forged webhook with the flaw %s is refused for it', async ([flaw, refusal]) => {
  const sandbox = await runSandbox()
  const receiver = await receiveWebhooks(401)
  const answer = await sandbox.control('forge', { url: receiver.url, itemId: 'an-item', flaw })
  expect(await answer.json()).toEqual({ status: 401, body: 'seen', error: null })
  const { verification, body: sent } = await receiver.next()
  expect(JSON.parse(sent)).toMatchObject({ webhook_code: 'ERROR', item_id: 'an-item' })
  await expect(verifyAsPlaidSays(sandbox.plaid, verification, sent)).rejects.toThrow(refusal)
})

test('a signature from five minutes ago is at the limit, one second more is over it', async () => {
  const sandbox = await runSandbox()
  const now = Math.floor(Date.now() / 1000)
  await verifyAsPlaidSays(sandbox.plaid, await sign(sandbox, { iat: now - 298 }), body)
  await expect(verifyAsPlaidSays(sandbox.plaid, await sign(sandbox, { iat: now - 301 }), body)).rejects.toThrow()
})

test('after a rotation the new key signs and the old one is served as expired', async () => {
  const sandbox = await runSandbox()
  const before = decodeProtectedHeader((await sign(sandbox, {})) ?? '').kid ?? ''
  await sandbox.control('keys/rotate')
  const verification = await sign(sandbox, {})
  await verifyAsPlaidSays(sandbox.plaid, verification, body)
  expect(decodeProtectedHeader(verification ?? '').kid).not.toBe(before)
  const old = await sandbox.plaid.webhookVerificationKeyGet({ key_id: before })
  expect(old.data.key.expired_at).toBeTypeOf('number')
})

test('webhooks that are signed while the key changes carry the old one or the new one', async () => {
  const sandbox = await runSandbox()
  const kidOf = async () => decodeProtectedHeader((await sign(sandbox, {})) ?? '').kid
  const before = await kidOf()
  const [, ...during] = await Promise.all([sandbox.control('keys/rotate'), ...Array.from({ length: 50 }, kidOf)])
  const both = new Set([before, await kidOf()])
  expect(both.size).toBe(2)
  expect(during.filter((kid) => !both.has(kid))).toEqual([])
})

test('while the key endpoint is down it answers 500', async () => {
  const sandbox = await runSandbox()
  await sandbox.control('keys/endpoint', { down: true })
  await expect(sandbox.plaid.webhookVerificationKeyGet({ key_id: 'any' })).rejects.toMatchObject({
    response: { status: 500, data: { error_code: 'INTERNAL_SERVER_ERROR' } },
  })
})
