import { expect, test } from 'vitest'
import { rightLogin, runLink } from '../testing/run-link.ts'
import { repairItem } from './heal-item.ts'

const choosing = { update: { account_selection_enabled: true } }
const noAccounts = { response: { data: { error_code: 'NO_ACCOUNTS' } } }

async function repairedItem(change: Parameters<typeof runLink>[0] = {}) {
  const running = await runLink(change)
  repairItem(running.sandbox, running.item.itemId, { silent: true })
  const { accessToken: access_token, itemId } = running.item
  const shared = async () => (await running.plaid.accountsGet({ access_token })).data.accounts.map(({ mask }) => mask)
  return { ...running, access_token, itemId, shared }
}

test('a new account is told of and not shared, until update mode with account selection shares it', async () => {
  const { client, item, itemId, receiver, shared, link_token } = await repairedItem(choosing)
  item.webhook = receiver.url
  const { accountId } = await client.openAccount(itemId, { name: 'Holiday Savings', mask: '7070' })
  expect(JSON.parse((await receiver.next()).body)).toMatchObject({
    webhook_code: 'NEW_ACCOUNTS_AVAILABLE',
    item_id: itemId,
  })
  expect(await shared()).not.toContain('7070')
  const link = await client.openLink({ token: link_token })
  const { accounts } = await link.act('credentials', rightLogin)
  expect(accounts?.find(({ id }) => id === accountId)).toMatchObject({ name: 'Holiday Savings', wasShared: false })
  await link.act('accounts', { accountIds: [accountId] })
  expect(await shared()).toEqual(['7070'])
})

test('when nothing is shared any more /item/get sees no error, and plain update mode does not help', async () => {
  const { client, itemId, plaid, access_token, link_token, shared, mint, item } = await repairedItem()
  await client.unshareAccounts(itemId)
  expect((await plaid.itemGet({ access_token })).data.item.error).toBeNull()
  await expect(shared()).rejects.toMatchObject(noAccounts)
  expect((await client.passLink(link_token)).outcome).toMatchObject({ succeeded: true })
  await expect(shared()).rejects.toMatchObject(noAccounts)
  const link = await client.openLink({ token: (await mint(choosing)).link_token })
  await link.act('credentials', rightLogin)
  await link.act('accounts', { accountIds: item.accounts.map(({ accountId }) => accountId) })
  expect(await shared()).toEqual(['4021', '8830', '1177'])
})

test('a closed account is gone without a word, and a person without any cannot choose one', async () => {
  const { client, itemId, item, link_token, shared } = await repairedItem(choosing)
  const [first, ...others] = item.accounts
  await client.closeAccount(itemId, first?.accountId ?? '')
  expect(await shared()).toEqual(['8830', '1177'])
  for (const { accountId } of others) await client.closeAccount(itemId, accountId)
  await expect(shared()).rejects.toMatchObject(noAccounts)
  const link = await client.openLink({ token: link_token })
  expect(await link.act('credentials', rightLogin)).toMatchObject({
    pane: 'error',
    error: { error_code: 'NO_ACCOUNTS' },
  })
  await client.reopenAccounts(itemId)
  expect(await shared()).toEqual(['4021', '8830', '1177'])
})
