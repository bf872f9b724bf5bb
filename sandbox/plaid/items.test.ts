import { SandboxItemFireWebhookRequestWebhookCodeEnum as Code, CountryCode, Products } from 'plaid'
import { expect, test } from 'vitest'
import { announceDisconnect } from '../acts/announce-disconnect.ts'
import { breakItem, removeItem, revokeItem } from '../acts/break-item.ts'
import { closeAccount } from '../acts/change-accounts.ts'
import { createItem } from '../acts/create-item.ts'
import { repairItem } from '../acts/heal-item.ts'
import { setInstitutionDown } from '../acts/set-institution-down.ts'
import { receiveWebhooks } from '../testing/receive-webhooks.ts'
import { runSandbox } from '../testing/run-sandbox.ts'

async function withItem(institutionId = 'ins_109508') {
  const running = await runSandbox()
  const receiver = await receiveWebhooks()
  const item = createItem(running.sandbox, { institutionId, webhook: receiver.url })
  return { ...running, receiver, item, access_token: item.accessToken }
}

function refusedWith(errorCode: string, errorType?: string) {
  const data = { error_code: errorCode, ...(errorType === undefined ? {} : { error_type: errorType }) }
  return { response: { status: 400, data: { ...data, request_id: expect.any(String) } } }
}

test('an Item made without Link is exchanged once', async () => {
  const { plaid } = await runSandbox()
  const made = await plaid.sandboxPublicTokenCreate({
    institution_id: 'ins_109511',
    initial_products: [Products.Transactions],
  })
  const { public_token } = made.data
  const { access_token, item_id } = (await plaid.itemPublicTokenExchange({ public_token })).data
  const { item } = (await plaid.itemGet({ access_token })).data
  expect(item).toMatchObject({ item_id, institution_name: 'Tartan Bank', error: null })
  expect(Date.parse(item.consent_expiration_time ?? '')).toBeGreaterThan(Date.now())
  await expect(plaid.itemPublicTokenExchange({ public_token })).rejects.toMatchObject(
    refusedWith('INVALID_PUBLIC_TOKEN', 'INVALID_INPUT'),
  )
})

test('reset_login breaks the Item and its webhook says so', async () => {
  const { plaid, receiver, access_token } = await withItem()
  expect((await plaid.sandboxItemResetLogin({ access_token })).data.reset_login).toBe(true)
  expect(JSON.parse((await receiver.next()).body)).toMatchObject({ webhook_code: 'ERROR' })
  const { item, status } = (await plaid.itemGet({ access_token })).data
  expect(item.error).toMatchObject({ error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' })
  expect(status?.last_webhook?.code_sent).toBe('ERROR')
  await expect(plaid.accountsGet({ access_token })).rejects.toMatchObject(
    refusedWith('ITEM_LOGIN_REQUIRED', 'ITEM_ERROR'),
  )
})

test.for([Code.LoginRepaired, Code.PendingDisconnect, Code.UserPermissionRevoked, Code.NewAccountsAvailable])(
  'fire_webhook sends %s and leaves the Item as it is',
  async (webhook_code) => {
    const { plaid, receiver, access_token } = await withItem()
    await plaid.sandboxItemFireWebhook({ access_token, webhook_code })
    expect(JSON.parse((await receiver.next()).body)).toMatchObject({ webhook_type: 'ITEM', webhook_code })
    expect((await plaid.itemGet({ access_token })).data.item.error).toBeNull()
  },
)

test('fire_webhook sends the ERROR of Assets, only to an Item with that product, and needs a URL', async () => {
  const { plaid, access_token } = await withItem()
  await expect(plaid.sandboxItemFireWebhook({ access_token, webhook_code: Code.Error })).rejects.toMatchObject(
    refusedWith('SANDBOX_PRODUCT_NOT_ENABLED', 'SANDBOX_ERROR'),
  )
  await plaid.itemWebhookUpdate({ access_token, webhook: null })
  await expect(plaid.sandboxItemFireWebhook({ access_token, webhook_code: Code.LoginRepaired })).rejects.toMatchObject(
    refusedWith('SANDBOX_WEBHOOK_INVALID', 'SANDBOX_ERROR'),
  )
})

test('a new webhook URL is told that it is the one', async () => {
  const { plaid, access_token } = await withItem()
  const elsewhere = await receiveWebhooks()
  const { data } = await plaid.itemWebhookUpdate({ access_token, webhook: elsewhere.url })
  expect(data.item.webhook).toBe(elsewhere.url)
  expect(JSON.parse((await elsewhere.next()).body)).toMatchObject({
    webhook_code: 'WEBHOOK_UPDATE_ACKNOWLEDGED',
    new_webhook_url: elsewhere.url,
  })
})

test('a revoked Item still answers /item/get, and nothing else', async () => {
  const { sandbox, plaid, item, access_token } = await withItem()
  revokeItem(sandbox, item.itemId)
  expect((await plaid.itemGet({ access_token })).data.item.error?.error_code).toBe('USER_PERMISSION_REVOKED')
  await expect(plaid.accountsGet({ access_token })).rejects.toMatchObject(refusedWith('USER_PERMISSION_REVOKED'))
})

test('a removed Item is not found', async () => {
  const { sandbox, plaid, item, access_token } = await withItem()
  removeItem(sandbox, item.itemId)
  await expect(plaid.itemGet({ access_token })).rejects.toMatchObject(refusedWith('ITEM_NOT_FOUND', 'ITEM_ERROR'))
  expect(() => repairItem(sandbox, item.itemId)).toThrow('ITEM_NOT_FOUND')
})

test('while a bank is down its Items look healthy and give no accounts', async () => {
  const { sandbox, plaid, item, access_token } = await withItem()
  setInstitutionDown(sandbox, item.institutionId, true)
  expect((await plaid.itemGet({ access_token })).data.item.error).toBeNull()
  await expect(plaid.accountsGet({ access_token })).rejects.toMatchObject(
    refusedWith('INSTITUTION_DOWN', 'INSTITUTION_ERROR'),
  )
  setInstitutionDown(sandbox, item.institutionId, false)
  expect((await plaid.accountsGet({ access_token })).data.accounts).toHaveLength(3)
})

test('an Item whose accounts are all closed looks healthy and has NO_ACCOUNTS', async () => {
  const { sandbox, plaid, item, access_token } = await withItem()
  for (const { accountId } of item.accounts) closeAccount(sandbox, item.itemId, accountId)
  expect((await plaid.itemGet({ access_token })).data.item.error).toBeNull()
  await expect(plaid.accountsGet({ access_token })).rejects.toMatchObject(refusedWith('NO_ACCOUNTS', 'ITEM_ERROR'))
})

test('a repair elsewhere heals the Item with LOGIN_REPAIRED', async () => {
  const { sandbox, plaid, receiver, item, access_token } = await withItem()
  breakItem(sandbox, item.itemId, { silent: true })
  repairItem(sandbox, item.itemId)
  expect(JSON.parse((await receiver.next()).body)).toMatchObject({ webhook_code: 'LOGIN_REPAIRED' })
  expect((await plaid.itemGet({ access_token })).data.item.error).toBeNull()
})

test('an announced disconnect leaves the Item working', async () => {
  const { sandbox, plaid, receiver, item, access_token } = await withItem('ins_109511')
  const before = item.consentExpirationTime
  announceDisconnect(sandbox, item.itemId, { days: 7 })
  const webhook = JSON.parse((await receiver.next()).body)
  expect(webhook).toMatchObject({ webhook_code: 'PENDING_DISCONNECT', reason: 'INSTITUTION_TOKEN_EXPIRATION' })
  expect(Date.parse(webhook.disconnect_time) - Date.now()).toBeCloseTo(7 * 24 * 60 * 60 * 1000, -4)
  expect((await plaid.itemGet({ access_token })).data.item).toMatchObject({
    error: null,
    consent_expiration_time: before,
  })
})

test('wrong credentials are refused before anything else', async () => {
  const { url, access_token } = await withItem()
  const answer = await fetch(`${url}/plaid/item/get`, {
    method: 'POST',
    headers: { 'plaid-client-id': 'sandbox-client-id', 'plaid-secret': 'wrong' },
    body: JSON.stringify({ access_token }),
  })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ error_type: 'INVALID_INPUT', error_code: 'INVALID_API_KEYS' })
})

test('an institution gives its logo, colour and address when asked', async () => {
  const { plaid } = await runSandbox()
  const request = { institution_id: 'ins_109508', country_codes: [CountryCode.Us] }
  const plain = (await plaid.institutionsGetById(request)).data.institution
  expect(plain).toMatchObject({ name: 'First Platypus Bank', oauth: false })
  expect(plain).not.toHaveProperty('logo')
  const whole = (await plaid.institutionsGetById({ ...request, options: { include_optional_metadata: true } })).data
  expect(whole.institution.primary_color).toBe('#24564c')
  expect(
    Buffer.from(whole.institution.logo ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
})
