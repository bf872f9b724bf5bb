import { afterAll, expect, it, vi } from 'vitest'
import { closeDb } from '#lib/adapters/db/client.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { personRoute } from '../_http/person-route.ts'

// Read at the first request; this file's environment is its own. Nobody listens there.
vi.stubEnv('DATABASE_URL', 'postgresql://relink@127.0.0.1:1/relink')

const error = {
  errorType: 'ITEM_ERROR',
  errorCode: 'ITEM_LOGIN_REQUIRED',
  errorCodeReason: null,
  displayMessage: null,
}
const facts = { requestId: 'req-1', status: 400, plaidItemId: 'item-1' }

afterAll(closeDb)

it('what Plaid refused is answered in JSON even when it cannot be kept', async () => {
  const origin = 'http://localhost:3000'
  const request = new Request(`${origin}/api`, { method: 'POST', headers: { origin } })
  const answer = await personRoute(request, 'test', () =>
    Promise.reject(new PlaidFault('/link/token/create', error, facts)),
  )
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ error: { code: 'plaid_away' } })
})
