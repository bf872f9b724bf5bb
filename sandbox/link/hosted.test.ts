import { HostedLinkDeliveryMethod } from 'plaid'
import { expect, test } from 'vitest'
import { nextByCode, rightLogin, runLink } from '../testing/run-link.ts'
import { verifyAsPlaidSays } from '../testing/verify-as-plaid-says.ts'

const pageAt = async (url: string | undefined) => {
  const answer = await fetch(url ?? '')
  return { status: answer.status, text: await answer.text() }
}

test('a hosted page lives thirty minutes with its token, or as long as was asked for', async () => {
  const { hosted_link_url, expiration, url, mint } = await runLink({ hosted_link: {} })
  expect(hosted_link_url).toMatch(new RegExp(`^${url}/link/hosted/[-0-9a-f]{36}$`))
  expect(Date.parse(expiration) - Date.now()).toBeCloseTo(30 * 60 * 1000, -4)
  const longer = await mint({ hosted_link: { url_lifetime_seconds: 1_814_400 } })
  expect(Date.parse(longer.expiration) - Date.now()).toBeCloseTo(21 * 24 * 60 * 60 * 1000, -4)
  const mailed = await mint({ hosted_link: { delivery_method: HostedLinkDeliveryMethod.Email } })
  expect(Date.parse(mailed.expiration) - Date.now()).toBeCloseTo(7 * 24 * 60 * 60 * 1000, -4)
  expect((await mint({ hosted_link: undefined })).hosted_link_url).toBeUndefined()
})

test.for([
  ['url_lifetime_seconds', 0],
  ['url_lifetime_seconds', 1_814_401],
  ['completion_redirect_uri', 'javascript:alert(1)'],
  ['delivery_method', 'pigeon'],
] as const)('a hosted_link with %s %s is refused', async ([field, value]) => {
  const { mint } = await runLink()
  await expect(mint({ hosted_link: { [field]: value } })).rejects.toMatchObject({
    response: { data: { error_code: 'INVALID_FIELD', error_message: expect.stringContaining(`hosted_link.${field}`) } },
  })
})

test('the page has what it needs to open Link and to send the person on', async () => {
  const { hosted_link_url, link_token } = await runLink({
    hosted_link: { completion_redirect_uri: 'https://relink.example/done' },
  })
  const { status, text } = await pageAt(hosted_link_url)
  expect(status).toBe(200)
  expect(text).toContain(`data-token="${link_token}"`)
  expect(text).toContain('data-completion-redirect-uri="https://relink.example/done"')
})

test('an address that ran out, was used, or never was says so', async () => {
  let now = new Date('2026-11-22T10:00:00Z')
  const { hosted_link_url, link_token, mint, client, url } = await runLink({ hosted_link: {}, now: () => now })
  await client.passLink(link_token)
  expect(await pageAt(hosted_link_url)).toMatchObject({ status: 410, text: expect.stringContaining('was used') })
  const other = await mint()
  now = new Date('2026-11-22T10:30:00Z')
  expect(await pageAt(other.hosted_link_url)).toMatchObject({ status: 410, text: expect.stringContaining('run out') })
  expect((await pageAt(`${url}/link/hosted/nowhere`)).status).toBe(404)
})

test('a repair in a hosted page is told by SESSION_FINISHED and EVENTS, signed and without an Item', async () => {
  const { link_token, client, receiver, item, plaid, sandbox } = await runLink({ hosted_link: {} })
  const { outcome } = await client.passLink(link_token)
  const { SESSION_FINISHED: finished, EVENTS: events } = await nextByCode(receiver, 2)
  const session = { webhook_type: 'LINK', link_token, link_session_id: outcome?.metadata.link_session_id }
  expect(finished).toEqual({
    ...session,
    webhook_code: 'SESSION_FINISHED',
    status: 'SUCCESS',
    public_tokens: [outcome?.publicToken],
    environment: 'sandbox',
  })
  expect(events).toMatchObject({ ...session, webhook_code: 'EVENTS', environment: 'sandbox' })
  expect(events).not.toHaveProperty('item_id')
  for (const { verification, body } of receiver.received) await verifyAsPlaidSays(plaid, verification, body)
  expect(item.error).toBeNull()
  expect(sandbox.store.state.deliveries.map(({ itemId }) => itemId)).toEqual([null, null])
})

test('a hosted session that was left ends EXITED, and its events say why', async () => {
  const { link_token, client, receiver } = await runLink({ hosted_link: {} })
  await client.leaveLink(link_token)
  const { SESSION_FINISHED, EVENTS } = await nextByCode(receiver, 2)
  expect(SESSION_FINISHED).toMatchObject({ status: 'EXITED', public_tokens: [] })
  expect(EVENTS?.events).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        event_name: 'EXIT',
        event_id: expect.stringMatching(/^[-0-9a-f]{36}$/),
        event_metadata: expect.objectContaining({
          error_code: 'INVALID_CREDENTIALS',
          exit_status: 'requires_credentials',
          institution_id: 'ins_109508',
        }),
      }),
    ]),
  )
})

test('an abandoned session ends as it stands, and its events come once more when asked for', async () => {
  const { link_token, client, receiver, item } = await runLink({ hosted_link: {} })
  const link = await client.openLink({ token: link_token })
  await link.act('credentials', { username: 'user_good', password: 'pass_wrong' })
  await client.abandonLink({ itemId: item.itemId })
  const first = await nextByCode(receiver, 2)
  expect(first.SESSION_FINISHED).toMatchObject({ status: 'EXITED' })
  await client.tellLinkEvents({ linkToken: link_token })
  expect(await nextByCode(receiver, 1)).toEqual({ EVENTS: first.EVENTS })
})

test('while LINK webhooks are off only /link/token/get tells of a session', async () => {
  const { link_token, client, receiver, plaid, item } = await runLink({ hosted_link: {} })
  await client.setLinkWebhooksOff(true)
  const { outcome } = await client.passLink(link_token)
  const { data } = await plaid.linkTokenGet({ link_token })
  expect(data.link_sessions).toMatchObject([
    {
      finished_at: expect.any(String),
      exit: null,
      on_success: {
        public_token: outcome?.publicToken,
        metadata: { accounts: item.accounts.map(({ accountId }) => ({ id: accountId })) },
      },
    },
  ])
  await client.setLinkWebhooksOff(false)
  await client.tellLinkEvents({ linkToken: link_token })
  expect(await nextByCode(receiver, 1)).toHaveProperty('EVENTS')
  expect(receiver.received).toHaveLength(1)
})

test('where the app shows Link itself no LINK webhook is sent', async () => {
  const { link_token, client, sandbox } = await runLink()
  await client.passLink(link_token)
  expect(sandbox.store.state.deliveries).toEqual([])
})

test('a session stays to be read for six hours after its end', async () => {
  let now = new Date('2026-11-22T10:00:00Z')
  const { link_token, client, plaid } = await runLink({ now: () => now })
  await client.leaveLink(link_token)
  const read = async () => (await plaid.linkTokenGet({ link_token })).data.link_sessions
  now = new Date('2026-11-22T15:59:00Z')
  expect(await read()).toMatchObject([
    {
      started_at: '2026-11-22T10:00:00.000Z',
      on_success: null,
      on_exit: { error: { error_code: 'INVALID_CREDENTIALS' }, metadata: { status: 'requires_credentials' } },
      exit: { error: { error_code: 'INVALID_CREDENTIALS' }, metadata: { status: 'requires_credentials' } },
      events: expect.arrayContaining([expect.objectContaining({ event_name: 'SUBMIT_CREDENTIALS' })]),
    },
  ])
  now = new Date('2026-11-22T16:01:00Z')
  expect(await read()).toEqual([])
})

test('a bank with a page of its own leads back to the hosted page where it has the whole tab', async () => {
  const { link_token, client, hosted_link_url, answerBank, item } = await runLink({
    hosted_link: {},
    institutionId: 'ins_109511',
  })
  const link = await client.openLink({ token: link_token })
  const view = await link.act('oauth', { opened: false })
  expect(view.pane).toBe('leaving')
  const back = await answerBank(view.bankUrl, 'granted', item.sharedAccountIds)
  expect(back?.startsWith(`${hosted_link_url}?oauth_state_id=`)).toBe(true)
  const returned = await client.openLink({ token: link_token, receivedRedirectUri: back ?? '' })
  expect(returned.view.outcome).toMatchObject({ succeeded: true })
  expect((await link.act('credentials', rightLogin)).outcome).toMatchObject({ succeeded: true })
})
