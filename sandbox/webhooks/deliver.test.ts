import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { breakItem } from '../acts/break-item.ts'
import { createItem } from '../acts/create-item.ts'
import { startOver } from '../acts/start-over.ts'
import { plaidRetryDelaysMs } from '../options.ts'
import { receiveWebhooks } from '../testing/receive-webhooks.ts'
import { runSandbox } from '../testing/run-sandbox.ts'
import { verifyAsPlaidSays } from '../testing/verify-as-plaid-says.ts'
import { readRetryAfterMs } from './retry-after.ts'

const institutionId = 'ins_109508'

test('by default the first retry comes after 30 s and each wait is four times the last, within a day', () => {
  expect(plaidRetryDelaysMs()).toEqual([30_000, 120_000, 480_000, 1_920_000, 7_680_000, 30_720_000])
})

test('a webhook is sent again by the delays until it is answered with 200, signed anew each time', async () => {
  const { sandbox, plaid } = await runSandbox({ retryDelaysMs: [50, 1100, 50] })
  const receiver = await receiveWebhooks(503, 201, 200)
  breakItem(sandbox, createItem(sandbox, { institutionId, webhook: receiver.url }).itemId)
  const first = await receiver.next()
  const second = await receiver.next()
  const third = await receiver.next()
  expect(second.at - first.at).toBeGreaterThanOrEqual(49)
  expect(third.at - second.at).toBeGreaterThanOrEqual(1099)
  expect(third.body).toBe(first.body)
  expect(third.verification).not.toBe(first.verification)
  for (const { verification, body } of receiver.received) await verifyAsPlaidSays(plaid, verification, body)
  await vi.waitFor(() => {
    const [delivery] = sandbox.store.state.deliveries
    expect(delivery?.attempts.map(({ status }) => status)).toEqual([503, 201, 200])
    expect(delivery?.nextAttemptAt).toBeNull()
  })
})

test('the body is the JSON of Plaid, with two spaces', async () => {
  const { sandbox } = await runSandbox()
  const receiver = await receiveWebhooks()
  const item = createItem(sandbox, { institutionId, webhook: receiver.url })
  breakItem(sandbox, item.itemId)
  const { body } = await receiver.next()
  const parsed = JSON.parse(body)
  expect(body).toBe(JSON.stringify(parsed, null, 2))
  expect(parsed).toMatchObject({
    webhook_type: 'ITEM',
    webhook_code: 'ERROR',
    item_id: item.itemId,
    error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED', status: 400 },
    environment: 'sandbox',
  })
  expect(parsed.error).not.toHaveProperty('request_id')
})

test('no answer in time counts as a failure, and when the delays run out it is over', async () => {
  const { sandbox } = await runSandbox({ webhookTimeoutMs: 60, retryDelaysMs: [20] })
  const receiver = await receiveWebhooks('hang')
  breakItem(sandbox, createItem(sandbox, { institutionId, webhook: receiver.url }).itemId)
  await vi.waitFor(() => expect(sandbox.store.state.deliveries[0]?.attempts).toHaveLength(2))
  expect(sandbox.store.state.deliveries[0]).toMatchObject({
    attempts: [{ status: null, error: 'no answer in time' }, { status: null }],
    nextAttemptAt: null,
  })
})

test('retries go on after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const options = { dataFile: join(folder, 'sandbox.json'), retryDelaysMs: [300] }
  const receiver = await receiveWebhooks(503, 200)
  const before = await runSandbox(options)
  breakItem(before.sandbox, createItem(before.sandbox, { institutionId, webhook: receiver.url }).itemId)
  await receiver.next()
  await vi.waitFor(() => expect(before.sandbox.store.state.deliveries[0]?.attempts).toHaveLength(1))
  await before.close()
  const after = await runSandbox(options)
  await receiver.next()
  await vi.waitFor(() => expect(after.sandbox.store.state.deliveries[0]?.attempts).toHaveLength(2))
})

test('a webhook is sent again on request', async () => {
  const { sandbox, control } = await runSandbox()
  const receiver = await receiveWebhooks()
  breakItem(sandbox, createItem(sandbox, { institutionId, webhook: receiver.url }).itemId)
  const first = await receiver.next()
  const deliveryId = sandbox.store.state.deliveries[0]?.id
  expect((await control(`deliveries/${deliveryId}/resend`)).status).toBe(200)
  expect((await receiver.next()).body).toBe(first.body)
})

test('starting over cancels the retries and empties everything but the keys', async () => {
  const { sandbox } = await runSandbox({ retryDelaysMs: [30] })
  const receiver = await receiveWebhooks(503)
  breakItem(sandbox, createItem(sandbox, { institutionId, webhook: receiver.url }).itemId)
  await receiver.next()
  startOver(sandbox)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(receiver.received).toHaveLength(1)
  expect(sandbox.store.state).toMatchObject({ items: {}, deliveries: [], mails: [] })
  expect(sandbox.store.state.signingKeys).toHaveLength(1)
})

test.for([
  ['90', 90_000],
  ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
  ['2026-11-22T10:00:10Z', 10_000],
  ['999999', 4 * 60 * 60 * 1000],
  ['soon', null],
] as const)('a Retry-After of %s waits %s ms', ([header, waitMs]) => {
  expect(readRetryAfterMs(header, new Date('2026-11-22T10:00:00Z'))).toBe(waitMs)
})
