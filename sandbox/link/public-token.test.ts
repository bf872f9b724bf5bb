import { expect, test } from 'vitest'
import { rightLogin, runLink } from '../testing/run-link.ts'

const publicKey = 'sandbox-public-key'

async function withPublicToken(options: Parameters<typeof runLink>[0] = {}) {
  const running = await runLink(options)
  const { data } = await running.plaid.itemCreatePublicToken({ access_token: running.item.accessToken })
  return { ...running, token: data.public_token }
}

test('the public key and a public token of an Item open update mode for it', async () => {
  const { client, token, item } = await withPublicToken()
  const link = await client.openLink({ token, publicKey })
  expect(link.opened.metadata.is_update_mode).toBe('true')
  expect(link.view.pane).toBe('credentials')
  expect((await link.act('credentials', rightLogin)).outcome).toMatchObject({ succeeded: true })
  expect(item.error).toBeNull()
})

test('a public token serves once', async () => {
  const { client, token, plaid } = await withPublicToken()
  await client.openLink({ token, publicKey })
  const again = await client.openLink({ token, publicKey })
  expect(again.view.outcome?.error).toEqual({ error_type: 'INVALID_INPUT', error_code: 'INVALID_PUBLIC_TOKEN' })
  await expect(plaid.itemPublicTokenExchange({ public_token: token })).rejects.toThrow()
})

test('a public token that is half an hour old opens nothing', async () => {
  let now = new Date('2026-11-22T10:00:00Z')
  const { client, token } = await withPublicToken({ now: () => now })
  now = new Date('2026-11-22T10:30:00Z')
  const { view } = await client.openLink({ token, publicKey })
  expect(view.outcome?.error?.error_code).toBe('INVALID_PUBLIC_TOKEN')
})

test('a wrong public key opens nothing and spends nothing', async () => {
  const { client, token } = await withPublicToken()
  const { view } = await client.openLink({ token, publicKey: 'another' })
  expect(view.outcome?.error).toEqual({ error_type: 'INVALID_INPUT', error_code: 'PUBLIC_KEY_NOT_ENABLED' })
  expect((await client.openLink({ token, publicKey })).view.pane).toBe('credentials')
})

test('a public token is no link token, not even after Link was opened with it', async () => {
  const { client, token } = await withPublicToken()
  await client.openLink({ token, publicKey })
  expect((await client.openLink({ token })).view.outcome?.error?.error_code).toBe('INVALID_LINK_TOKEN')
})

test('a bank with a page of its own returns to the oauthRedirectUri, where the same public token goes on', async () => {
  const { client, token, answerBank, item } = await withPublicToken({ institutionId: 'ins_109511' })
  const config = { token, publicKey, oauthRedirectUri: 'http://localhost:3000/link/oauth' }
  const link = await client.openLink(config)
  const view = await link.act('oauth', { opened: false })
  const receivedRedirectUri = (await answerBank(view.bankUrl, 'granted', item.sharedAccountIds)) ?? ''
  expect((await client.openLink({ ...config, receivedRedirectUri })).view.outcome).toMatchObject({ succeeded: true })
})
