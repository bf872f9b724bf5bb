import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { linkedItem, settled, startWorker, stopRelink } from '../../../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../../../scripts/testing/sandbox-client.ts'
import { POST } from './route.ts'

const apiKey = 'a key of a host product, long enough'
const plaidError = {
  error_type: 'ITEM_ERROR',
  error_code: 'ITEM_LOGIN_REQUIRED',
  error_message: 'the login details of this item have changed',
  display_message: null,
  request_id: 'abc',
  causes: [],
}

function report(plaidItemId: string, body: unknown, authorization = `Bearer ${apiKey}`): Promise<Response> {
  const request = new Request('http://localhost:3000/api/items/x/errors', {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify(body),
  })
  return POST(request, { params: Promise.resolve({ plaidItemId }) })
}

beforeAll(startWorker)
afterAll(stopRelink)

describe('a host product that met an error', () => {
  it('has it checked and acted on as if Plaid had told it', async () => {
    const { itemId, plaidItemId, email } = await linkedItem()
    await sandboxClient().breakItem(plaidItemId, { silent: true })
    expect((await report(plaidItemId, plaidError)).status).toBe(202)
    await settled()
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ state: 'login_required' })
    expect(await db().webhookDelivery.findMany({ where: { plaidItemId } })).toMatchObject([{ source: 'api' }])
    expect(await sandboxClient().mails(email)).toHaveLength(1)
  })

  it('is not believed when Plaid finds the Item healthy', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    expect((await report(plaidItemId, plaidError)).status).toBe(202)
    await settled()
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ state: 'healthy' })
  })

  it.each([
    ['a wrong key', 'Bearer some other key of the same length!!'],
    ['no key', ''],
    ['another scheme', `Basic ${apiKey}`],
  ])('is refused with %s', async (_what, authorization) => {
    expect((await report('x', plaidError, authorization)).status).toBe(401)
  })

  it('is refused when it sends more than an error can hold', async () => {
    const response = await report('x', { ...plaidError, causes: ['x'.repeat(1024 * 1024)] })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: { code: 'too_large' } })
  })

  it.each([[null], ['text'], [{ error_code: 'ITEM_LOGIN_REQUIRED' }], [{ error_type: 1, error_code: 2 }]])(
    'is told what is expected when it sends %o',
    async (body) => {
      const response = await report('x', body)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: { code: 'no_plaid_error' } })
    },
  )
})
