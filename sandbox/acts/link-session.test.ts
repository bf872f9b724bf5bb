import { expect, test } from 'vitest'
import { parseOptions } from '../options.ts'
import { linkTokenCreate } from '../plaid/link-token-create.ts'
import type { Sandbox } from '../sandbox.ts'
import { openSandbox } from '../sandbox.ts'
import type { LinkToken } from '../state/link.ts'
import { breakItem, removeItem } from './break-item.ts'
import { checkCode, checkCredentials } from './check-credentials.ts'
import { createItem } from './create-item.ts'
import { finishLinkSession } from './finish-link-session.ts'
import { chooseInstitution, startLinkSession } from './link-session.ts'
import { decideOAuth, resumeOAuth, startOAuth } from './oauth.ts'

const request = { client_name: 'Fernway', language: 'en', country_codes: ['US'], user: { client_user_id: 'user-1' } }
const origin = 'http://localhost:3100'
const right = { username: 'user_good', password: 'pass_good' }
const wrong = { username: 'user_good', password: 'pass_bad' }

function openedSandbox(): Promise<Sandbox> {
  return openSandbox(parseOptions({}))
}

function firstLinkToken(sandbox: Sandbox): string {
  return linkTokenCreate(sandbox, { ...request, products: ['transactions'] }, origin).link_token
}

async function inUpdateMode(institutionId = 'ins_109508', update = {}) {
  const sandbox = await openedSandbox()
  const item = createItem(sandbox, { institutionId })
  breakItem(sandbox, item.itemId)
  const linkToken = linkTokenCreate(sandbox, { ...request, access_token: item.accessToken, update }, origin).link_token
  return { sandbox, item, linkToken }
}

test('a first link goes from the bank over its sign-in to the accounts, and makes an Item', async () => {
  const sandbox = await openedSandbox()
  const session = startLinkSession(sandbox, firstLinkToken(sandbox))
  expect(session.step).toBe('institution')
  expect(chooseInstitution(sandbox, session.linkSessionId, 'ins_109508').step).toBe('credentials')
  expect(checkCredentials(sandbox, session.linkSessionId, right).step).toBe('accounts')
  const chosen = session.accounts.slice(0, 2).map((account) => account.accountId)
  const { item, accounts, publicToken } = finishLinkSession(sandbox, session.linkSessionId, chosen)
  expect(accounts.map((account) => account.name)).toEqual(['Everyday Checking', 'Rainy Day Savings'])
  expect(item).toMatchObject({ clientUserId: 'user-1', error: null, sharedAccountIds: chosen })
  expect(publicToken).toMatch(/^public-sandbox-/)
})

test('update mode goes straight to the credentials, and heals the same Item without a webhook', async () => {
  const { sandbox, item, linkToken } = await inUpdateMode()
  const session = startLinkSession(sandbox, linkToken)
  expect(session).toMatchObject({ step: 'credentials', institutionId: 'ins_109508' })
  expect(() => checkCredentials(sandbox, session.linkSessionId, wrong)).toThrow('INVALID_CREDENTIALS')
  expect(checkCredentials(sandbox, session.linkSessionId, right).step).toBe('ready')
  expect(finishLinkSession(sandbox, session.linkSessionId).item.itemId).toBe(item.itemId)
  expect(item.error).toBeNull()
  expect(sandbox.store.state.deliveries).toEqual([])
})

test('the fifth wrong login kills the link token', async () => {
  const { sandbox, linkToken } = await inUpdateMode()
  const { linkSessionId } = startLinkSession(sandbox, linkToken)
  for (let tries = 0; tries < 5; tries += 1) {
    expect(() => checkCredentials(sandbox, linkSessionId, wrong)).toThrow('INVALID_CREDENTIALS')
  }
  expect(() => checkCredentials(sandbox, linkSessionId, right)).toThrow('INVALID_LINK_TOKEN')
  expect(() => startLinkSession(sandbox, linkToken)).toThrow('INVALID_LINK_TOKEN')
})

test('a link token whose Item was removed starts nothing', async () => {
  const { sandbox, item, linkToken } = await inUpdateMode()
  removeItem(sandbox, item.itemId)
  expect(() => startLinkSession(sandbox, linkToken)).toThrow('INVALID_LINK_TOKEN')
})

test('a bank that asks for a code takes the right one only', async () => {
  const { sandbox, linkToken } = await inUpdateMode('ins_109512')
  const { linkSessionId } = startLinkSession(sandbox, linkToken)
  expect(checkCredentials(sandbox, linkSessionId, right).step).toBe('code')
  expect(() => checkCode(sandbox, linkSessionId, '0000')).toThrow('INVALID_MFA')
  expect(checkCode(sandbox, linkSessionId, '1234').step).toBe('ready')
})

test.for(['ITEM_LOCKED', 'PASSWORD_RESET_REQUIRED', 'USER_SETUP_REQUIRED', 'INSTITUTION_DOWN'])(
  'the password error_%s gives that error and counts as no wrong login',
  async (errorCode) => {
    const { sandbox, linkToken } = await inUpdateMode()
    const { linkSessionId } = startLinkSession(sandbox, linkToken)
    const credentials = { username: 'user_good', password: `error_${errorCode}` }
    expect(() => checkCredentials(sandbox, linkSessionId, credentials)).toThrow(errorCode)
    const token: LinkToken | undefined = sandbox.store.state.linkTokens[linkToken]
    expect(token?.failedLogins).toBe(0)
  },
)

test('another username than the one of the Item is refused in update mode', async () => {
  const { sandbox, linkToken } = await inUpdateMode()
  const { linkSessionId } = startLinkSession(sandbox, linkToken)
  const other = { username: 'user_transactions_dynamic', password: 'any' }
  expect(() => checkCredentials(sandbox, linkSessionId, other)).toThrow('INVALID_UPDATED_USERNAME')
})

test('consent at an OAuth bank lets the person in, once, with the same link token only', async () => {
  const { sandbox, item, linkToken } = await inUpdateMode('ins_109511')
  const { linkSessionId, step } = startLinkSession(sandbox, linkToken)
  expect(step).toBe('oauth')
  const stateId = startOAuth(sandbox, linkSessionId).oauthStateId ?? ''
  decideOAuth(sandbox, stateId, 'granted')
  expect(() => resumeOAuth(sandbox, firstLinkToken(sandbox), stateId)).toThrow('INCORRECT_LINK_TOKEN')
  expect(resumeOAuth(sandbox, linkToken, stateId).step).toBe('ready')
  expect(() => resumeOAuth(sandbox, linkToken, stateId)).toThrow('OAUTH_STATE_ID_ALREADY_PROCESSED')
  finishLinkSession(sandbox, linkSessionId)
  expect(item.error).toBeNull()
})

test('a session that nobody signed in to cannot be finished', async () => {
  const { sandbox, item, linkToken } = await inUpdateMode()
  const { linkSessionId } = startLinkSession(sandbox, linkToken)
  expect(() => finishLinkSession(sandbox, linkSessionId)).toThrow('INSUFFICIENT_CREDENTIALS')
  expect(item.error).not.toBeNull()
})

test('update mode with account selection can take an account away', async () => {
  const { sandbox, item, linkToken } = await inUpdateMode('ins_109508', { account_selection_enabled: true })
  const session = startLinkSession(sandbox, linkToken)
  expect(checkCredentials(sandbox, session.linkSessionId, right).step).toBe('accounts')
  const [kept] = item.accounts
  const { accounts } = finishLinkSession(sandbox, session.linkSessionId, [kept?.accountId ?? ''])
  expect(accounts.map((account) => account.mask)).toEqual(['4021'])
})
