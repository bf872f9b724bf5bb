import { expect, test } from 'vitest'
import { rightLogin, runLink } from '../testing/run-link.ts'

const wrong = { username: 'user_good', password: 'pass_wrong' }
const failing = (errorCode: string) => ({ username: 'user_good', password: `error_${errorCode}` })

test('closing after a wrong password exits with its error and status, and one request id', async () => {
  const { client, link_token } = await runLink()
  const { outcome } = await client.leaveLink(link_token)
  expect(outcome).toMatchObject({
    succeeded: false,
    error: { error_type: 'ITEM_ERROR', error_code: 'INVALID_CREDENTIALS' },
    metadata: { status: 'requires_credentials', institution: { name: 'First Platypus Bank' } },
  })
  const exit = outcome?.events.at(-1)
  expect(exit).toMatchObject({ name: 'EXIT', metadata: { request_id: outcome?.metadata.request_id } })
})

test('the events of a repair come at the end, in Plaid’s order and without OPEN', async () => {
  const { client, link_token } = await runLink({ institutionId: 'ins_109512' })
  const link = await client.openLink({ token: link_token })
  expect(link.opened).toMatchObject({ name: 'OPEN', metadata: { is_update_mode: 'true' } })
  await link.act('credentials', wrong)
  await link.act('credentials', rightLogin)
  const { outcome } = await link.act('code', { code: '1234' })
  const told = outcome?.events.map(({ name, metadata }) =>
    [name, metadata.view_name, metadata.mfa_type, metadata.error_code].filter(Boolean).join(' '),
  )
  expect(told).toEqual([
    'TRANSITION_VIEW CREDENTIAL',
    'SUBMIT_CREDENTIALS',
    'TRANSITION_VIEW LOADING',
    'ERROR INVALID_CREDENTIALS',
    'TRANSITION_VIEW CREDENTIAL',
    'SUBMIT_CREDENTIALS',
    'TRANSITION_VIEW LOADING',
    'TRANSITION_VIEW MFA code',
    'SUBMIT_MFA code',
    'TRANSITION_VIEW LOADING',
    'TRANSITION_VIEW CONNECTED',
    'HANDOFF',
  ])
})

test.for([
  ['ITEM_LOCKED', 'ITEM_ERROR', 'requires_credentials'],
  ['INVALID_MFA', 'ITEM_ERROR', 'requires_code'],
  ['INVALID_OTP', 'ITEM_ERROR', 'requires_code'],
  ['INVALID_SEND_METHOD', 'ITEM_ERROR', 'choose_device'],
  ['USER_INPUT_TIMEOUT', 'ITEM_ERROR', 'requires_account_selection'],
  ['USER_SETUP_REQUIRED', 'ITEM_ERROR', 'requires_credentials'],
  ['PASSWORD_RESET_REQUIRED', 'ITEM_ERROR', 'requires_credentials'],
  ['INVALID_UPDATED_USERNAME', 'ITEM_ERROR', 'requires_credentials'],
  ['MFA_NOT_SUPPORTED', 'ITEM_ERROR', 'requires_credentials'],
  ['ITEM_NOT_SUPPORTED', 'ITEM_ERROR', 'requires_credentials'],
  ['NO_ACCOUNTS', 'ITEM_ERROR', 'requires_credentials'],
  ['INSTITUTION_DOWN', 'INSTITUTION_ERROR', 'requires_credentials'],
  ['INSTITUTION_NOT_RESPONDING', 'INSTITUTION_ERROR', 'requires_credentials'],
  ['INSTITUTION_NO_LONGER_SUPPORTED', 'INSTITUTION_ERROR', 'institution_not_supported'],
  ['INTERNAL_SERVER_ERROR', 'API_ERROR', 'requires_credentials'],
  ['RECAPTCHA_BAD', 'RECAPTCHA_ERROR', 'requires_credentials'],
] as const)('the password error_%s leads to an exit with that %s and the status %s', async ([code, type, status]) => {
  const { client, link_token } = await runLink()
  const { outcome } = await client.leaveLink(link_token, failing(code).password)
  expect(outcome).toMatchObject({ error: { error_code: code, error_type: type }, metadata: { status } })
})

test('a code that comes too late ends with what Link waited for', async () => {
  const { client, link_token } = await runLink({ institutionId: 'ins_109512' })
  const link = await client.openLink({ token: link_token })
  await link.act('credentials', rightLogin)
  expect(await link.act('code', { code: '9999' })).toMatchObject({ pane: 'error' })
  expect((await link.act('exit')).outcome).toMatchObject({
    error: { error_code: 'USER_INPUT_TIMEOUT' },
    metadata: { status: 'requires_code' },
  })
})

test('a person can leave at the code and at the choice of accounts', async () => {
  const { client, link_token, mint } = await runLink({ institutionId: 'ins_109512' })
  const atCode = await client.openLink({ token: link_token })
  expect(await atCode.act('credentials', rightLogin)).toMatchObject({ pane: 'code' })
  expect((await atCode.act('exit')).outcome).toMatchObject({ error: null, metadata: { status: 'requires_code' } })
  const choosing = await client.openLink({
    token: (await mint({ update: { account_selection_enabled: true } })).link_token,
  })
  await choosing.act('credentials', rightLogin)
  expect(await choosing.act('code', { code: '1234' })).toMatchObject({ pane: 'accounts' })
  expect((await choosing.act('exit')).outcome).toMatchObject({
    error: null,
    metadata: { status: 'requires_account_selection' },
  })
})

test('a link token that is killed in mid-session ends Link at the next step', async () => {
  const { client, link_token, item } = await runLink()
  const link = await client.openLink({ token: link_token })
  await client.killLinkTokens({ itemId: item.itemId })
  const { outcome } = await link.act('credentials', rightLogin)
  expect(outcome).toMatchObject({ error: { error_code: 'INVALID_LINK_TOKEN', error_type: 'INVALID_INPUT' } })
  expect(item.error).not.toBeNull()
})

test('an exit is final: what comes after it changes nothing', async () => {
  const { client, link_token, item } = await runLink()
  const link = await client.openLink({ token: link_token })
  const left = await link.act('exit')
  expect(await link.act('credentials', rightLogin)).toEqual(left)
  expect(item.error).not.toBeNull()
})
