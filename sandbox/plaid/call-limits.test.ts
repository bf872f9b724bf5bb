import { expect, test } from 'vitest'
import { createItem } from '../acts/create-item.ts'
import { parseOptions } from '../options.ts'
import type { Sandbox } from '../sandbox.ts'
import { runSandbox } from '../testing/run-sandbox.ts'

const refusal = (error_code: string) => ({
  response: { status: 429, data: { error_type: 'RATE_LIMIT_EXCEEDED', error_code, request_id: expect.any(String) } },
})

function newItem(sandbox: Sandbox): string {
  return createItem(sandbox, { institutionId: 'ins_109508' }).accessToken
}

function clock() {
  let ms = Date.parse('2026-11-22T10:00:00Z')
  return {
    now: () => new Date(ms),
    pass: (seconds: number) => {
      ms += seconds * 1000
    },
  }
}

async function counted(url: string, path: string) {
  const answer = await fetch(`${url}/control/calls`)
  return (await answer.json()).paths[path]
}

test('Plaid’s limits hold when asked for: 15 calls an Item in any minute, counted over a sliding minute', async () => {
  const { now, pass } = clock()
  const { sandbox, plaid, url } = await runSandbox(parseOptions({ SANDBOX_LIMITS: 'production' }), now)
  const access_token = newItem(sandbox)
  for (let call = 0; call < 15; call++) {
    await plaid.itemGet({ access_token })
    pass(2)
  }
  await expect(plaid.itemGet({ access_token })).rejects.toMatchObject(refusal('ITEM_GET_LIMIT'))
  await plaid.itemGet({ access_token: newItem(sandbox) })
  await plaid.accountsGet({ access_token })
  pass(30)
  await plaid.itemGet({ access_token }) // the first of the fifteen is a minute old now
  await expect(plaid.itemGet({ access_token })).rejects.toMatchObject(refusal('ITEM_GET_LIMIT'))
  expect(await counted(url, '/item/get')).toMatchObject({ calls: 19, refused: 2, mostPerItemPerMinute: 17 })
})

test('a limit of the client counts all Items, and can be set and lifted while it runs, which counts anew', async () => {
  const { sandbox, plaid, url, control } = await runSandbox()
  await control('limits', { itemGetClientPerMinute: 3, accountsGetPerMinute: 1 })
  for (let item = 0; item < 3; item++) await plaid.itemGet({ access_token: newItem(sandbox) })
  const access_token = newItem(sandbox)
  await expect(plaid.itemGet({ access_token })).rejects.toMatchObject(refusal('ITEM_GET_LIMIT'))
  await plaid.accountsGet({ access_token })
  await expect(plaid.accountsGet({ access_token })).rejects.toMatchObject(refusal('ACCOUNTS_LIMIT'))
  expect(await counted(url, '/item/get')).toMatchObject({ calls: 4, refused: 1, mostPerMinute: 4 })
  await control('limits', {})
  await plaid.itemGet({ access_token })
  expect(await counted(url, '/item/get')).toMatchObject({ calls: 1, refused: 0, mostPerMinute: 1 })
})

test('without being asked for there is no limit', async () => {
  const { sandbox, plaid, url } = await runSandbox()
  const access_token = newItem(sandbox)
  for (let call = 0; call < 20; call++) await plaid.itemGet({ access_token })
  expect(await counted(url, '/item/get')).toMatchObject({ refused: 0, mostPerItemPerMinute: 20 })
})
