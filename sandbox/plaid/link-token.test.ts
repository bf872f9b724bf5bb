import { CountryCode, Products } from 'plaid'
import { expect, test } from 'vitest'
import { breakItem } from '../acts/break-item.ts'
import { createItem } from '../acts/create-item.ts'
import { startLinkSession } from '../acts/link-session.ts'
import { runSandbox } from '../testing/run-sandbox.ts'

const request = {
  client_name: 'Fernway',
  language: 'en',
  country_codes: [CountryCode.Us],
  user: { client_user_id: 'user-1' },
}
const firstLink = { ...request, products: [Products.Transactions] }

function refused(errorType: string, errorCode: string, message?: string) {
  return {
    response: {
      status: 400,
      data: {
        error_type: errorType,
        error_code: errorCode,
        error_message: message === undefined ? expect.any(String) : expect.stringContaining(message),
        display_message: null,
        request_id: expect.stringMatching(/^\w{15}$/),
      },
    },
  }
}

async function withItem() {
  const running = await runSandbox()
  return { ...running, item: createItem(running.sandbox, { institutionId: 'ins_109508' }) }
}

test('a link token for a first link lives four hours, one for update mode thirty minutes', async () => {
  const { sandbox, plaid, item } = await withItem()
  const first = await plaid.linkTokenCreate(firstLink)
  const update = await plaid.linkTokenCreate({ ...request, access_token: item.accessToken })
  expect(first.data.link_token).toMatch(/^link-sandbox-/)
  expect(Date.parse(first.data.expiration) - Date.now()).toBeCloseTo(4 * 60 * 60 * 1000, -4)
  expect(Date.parse(update.data.expiration) - Date.now()).toBeCloseTo(30 * 60 * 1000, -4)
  expect(sandbox.store.state.linkTokens[update.data.link_token]).toMatchObject({ itemId: item.itemId, products: [] })
})

test('missing fields are refused by name', async () => {
  const { url } = await runSandbox()
  const answer = await fetch(`${url}/plaid/link/token/create`, {
    method: 'POST',
    body: JSON.stringify({ client_id: 'sandbox-client-id', secret: 'sandbox-secret', language: 'en', user: {} }),
  })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({
    error_type: 'INVALID_REQUEST',
    error_code: 'MISSING_FIELDS',
    error_message: 'the following required fields are missing: client_name, country_codes, user.client_user_id',
  })
})

test('unknown fields are refused by name', async () => {
  const { plaid } = await runSandbox()
  const unknown = { ...firstLink, reconnect: true }
  await expect(plaid.linkTokenCreate(unknown)).rejects.toMatchObject(
    refused('INVALID_REQUEST', 'UNKNOWN_FIELDS', 'reconnect'),
  )
})

test('a first link needs products, update mode refuses them', async () => {
  const { plaid, item } = await withItem()
  await expect(plaid.linkTokenCreate(request)).rejects.toMatchObject(
    refused('INVALID_REQUEST', 'MISSING_FIELDS', 'products'),
  )
  const access_token = item.accessToken
  const invalid = refused('INVALID_REQUEST', 'INVALID_FIELD', 'update mode')
  await expect(plaid.linkTokenCreate({ ...firstLink, access_token })).rejects.toMatchObject(invalid)
  await expect(
    plaid.linkTokenCreate({ ...request, access_token, transactions: { days_requested: 90 } }),
  ).rejects.toMatchObject(invalid)
  await plaid.linkTokenCreate({ ...request, access_token, products: [] })
})

test('update mode takes investments_auth for an Item whose account is to be verified, and for no other', async () => {
  const { plaid, sandbox, item } = await withItem()
  const verify = { ...request, access_token: item.accessToken, products: [Products.InvestmentsAuth] }
  const invalid = refused('INVALID_REQUEST', 'INVALID_FIELD', 'update mode')
  await expect(plaid.linkTokenCreate(verify)).rejects.toMatchObject(invalid)
  breakItem(sandbox, item.itemId, { errorCode: 'MANUAL_VERIFICATION_REQUIRED', silent: true })
  await plaid.linkTokenCreate(verify)
})

test.for([
  'http://relink.example/link/oauth',
  'https://relink.example/?a=1',
  'https://relink.example/#a',
  '/link/oauth',
])('the redirect_uri %s is refused', async (redirect_uri) => {
  const { plaid } = await runSandbox()
  const invalid = refused('INVALID_REQUEST', 'INVALID_FIELD', 'redirect_uri')
  await expect(plaid.linkTokenCreate({ ...firstLink, redirect_uri })).rejects.toMatchObject(invalid)
})

test.for(['http://localhost:3000/link/oauth', 'https://relink.example/link/oauth'])(
  'the redirect_uri %s is taken',
  async (redirect_uri) => {
    const { plaid } = await runSandbox()
    const { data } = await plaid.linkTokenCreate({ ...firstLink, redirect_uri })
    const token = await plaid.linkTokenGet({ link_token: data.link_token })
    expect(token.data.metadata).toMatchObject({ redirect_uri, client_name: 'Fernway' })
  },
)

test('update mode for a removed Item or an unknown access token is refused', async () => {
  const { plaid, item } = await withItem()
  await plaid.itemRemove({ access_token: item.accessToken })
  await expect(plaid.linkTokenCreate({ ...request, access_token: item.accessToken })).rejects.toMatchObject(
    refused('ITEM_ERROR', 'ITEM_NOT_FOUND'),
  )
  await expect(plaid.linkTokenCreate({ ...request, access_token: 'access-sandbox-0' })).rejects.toMatchObject(
    refused('INVALID_INPUT', 'INVALID_ACCESS_TOKEN'),
  )
})

test('a link token that expired starts no session', async () => {
  let now = new Date('2026-11-22T10:00:00Z')
  const { sandbox, plaid } = await runSandbox({}, () => now)
  const { data } = await plaid.linkTokenCreate(firstLink)
  expect(startLinkSession(sandbox, data.link_token).step).toBe('institution')
  now = new Date('2026-11-22T14:00:00Z')
  expect(() => startLinkSession(sandbox, data.link_token)).toThrow('INVALID_LINK_TOKEN')
})
