import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { seal } from '#lib/adapters/vault/sealed.ts'
import { getItem, type ItemAnswer } from './get-item.ts'

// The sandbox answers as Plaid documents; this is a Plaid that does not.
let answer: unknown
const oddPlaid = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => oddPlaid.listen(0, '127.0.0.1', resolve))
  const address = oddPlaid.address()
  const port = typeof address === 'object' ? address?.port : undefined
  // Read at the first call; this file's environment is its own.
  vi.stubEnv('PLAID_BASE_URL', `http://localhost:${port}`)
})
afterAll(() => void oddPlaid.close())

const loginRequired = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' }

function ask(body: unknown): Promise<ItemAnswer> {
  answer = body
  const plaidItemId = `item-${Math.random()}`
  return getItem({ plaidItemId, sealedAccessToken: seal('access-sandbox-1', plaidItemId) })
}

const withError = (error: unknown) => ask({ item: { error }, status: null, request_id: 'request-1' })

describe('an answer of /item/get', () => {
  it.each([
    ['a reason that is a number', { ...loginRequired, error_code_reason: 7 }],
    ['words that are a list', { ...loginRequired, display_message: ['sign in'] }],
    ['an id that is an object', { ...loginRequired, request_id: {} }],
  ])('has its error although it comes with %s', async (_what, error) => {
    expect((await withError(error)).error).toMatchObject({ errorCode: 'ITEM_LOGIN_REQUIRED' })
  })

  it('is of a healthy Item only where the error is null', async () => {
    expect((await withError(null)).error).toBeNull()
  })

  it.each([
    ['an error without a code', { item: { error: { error_type: 'ITEM_ERROR' } }, request_id: 'request-1' }],
    ['an error that is a word', { item: { error: 'ITEM_LOGIN_REQUIRED' }, request_id: 'request-1' }],
    ['no Item', { request_id: 'request-1' }],
    ['an Item that does not mention an error', { item: { item_id: 'x' }, request_id: 'request-1' }],
    ['a list', []],
    ['a word', 'Bad gateway'],
  ])('is no answer when it holds %s', async (_what, body) => {
    await expect(ask(body)).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER', errorClass: 'outage' })
  })

  it('keeps what can be read of the rest', async () => {
    const item = { error: null, webhook: 7, consent_expiration_time: '2026-12-01T00:00:00Z' }
    const status = { last_webhook: { sent_at: 'yesterday', code_sent: 'ERROR' }, transactions: 'none' }
    expect(await ask({ item, status, request_id: 'request-1' })).toMatchObject({
      consentExpiresAt: new Date('2026-12-01T00:00:00Z'),
      lastUpdateAt: null,
      webhook: { url: null, lastSentAt: null, lastCode: 'ERROR' },
    })
  })
})
