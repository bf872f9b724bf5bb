import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { db } from '#lib/adapters/db/client.ts'
import { open } from '#lib/adapters/vault/sealed.ts'
import { readReconnectPage } from '#lib/features/reconnect/read-reconnect-page.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { brokenItem, post, submit } from '../../../scripts/testing/reconnect.ts'
import { deliver, settled, startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { POST as confirm } from './[token]/confirm/route.ts'
import { POST as hosted } from './[token]/hosted/route.ts'
import { POST as mintLinkToken } from './[token]/link-token/route.ts'

const sandbox = sandboxClient()
const Hosted = z.object({ path: z.literal('hosted'), url: z.string(), linkSessionId: z.string() })

beforeAll(startWorker)
afterAll(stopRelink)

/** Begins a session on Plaid's own page, whose link token only the server knows. */
async function hostedSession(token: string) {
  const { url, linkSessionId } = Hosted.parse((await post(mintLinkToken, token, { wantsHosted: true })).answer)
  return { url, linkSessionId, linkToken: await tokenOf(linkSessionId) }
}

async function tokenOf(linkSessionId: string): Promise<string> {
  const { sealedToken } = await db().linkSession.findUniqueOrThrow({ where: { id: linkSessionId } })
  return open(sealedToken, linkSessionId)
}

/** A LINK webhook as Plaid writes it (plaid-openapi). */
function linkWebhook(linkToken: string, code: 'SESSION_FINISHED' | 'EVENTS', more: object): string {
  const named = { webhook_type: 'LINK', webhook_code: code, link_token: linkToken, link_session_id: 'plaid-7' }
  return JSON.stringify({ ...named, environment: 'sandbox', ...more }, null, 2)
}

function event(name: string, second: number, metadata: object = {}) {
  const timestamp = new Date(Date.now() + second * 1000).toISOString()
  return { event_name: name, event_id: `${name}-${second}`, event_metadata: metadata, timestamp }
}

async function hear(body: string): Promise<void> {
  expect(await deliver(body)).toBe(200)
  await settled()
}

const stateOf = async (itemId: string) => (await db().item.findUniqueOrThrow({ where: { id: itemId } })).state
const stepsOf = async (linkSessionId: string) => {
  const steps = await db().linkSessionStep.findMany({
    where: { linkSessionId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return steps.map(({ kind }) => kind)
}

describe('a session on Plaid’s own page', () => {
  it('is led to by a form that needs no script, and goes on when asked for again', async () => {
    const { token } = await brokenItem()
    const { url } = await hostedSession(token)
    expect(url).toContain('/link/hosted/')
    expect(await submit(hosted, token)).toBe(url)
  })

  it('heals the Item by its webhook alone, though the person never comes back to us', async () => {
    const { token, itemId } = await brokenItem()
    const { linkToken, linkSessionId } = await hostedSession(token)
    await sandbox.passLink(linkToken)
    await hear(linkWebhook(linkToken, 'SESSION_FINISHED', { status: 'SUCCESS', public_tokens: [] }))
    expect(await stateOf(itemId)).toBe('healthy')
    expect(await stepsOf(linkSessionId)).toEqual(['succeeded'])
  })

  it('is proved also to who comes back after its webhook', async () => {
    const { token } = await brokenItem()
    const { linkToken, linkSessionId } = await hostedSession(token)
    await sandbox.passLink(linkToken)
    await hear(linkWebhook(linkToken, 'SESSION_FINISHED', { status: 'SUCCESS', public_tokens: [] }))
    expect(await readReconnectPage(token, new Date())).toMatchObject({ state: 'repaired', accounts: [] })
    expect((await post(confirm, token, { linkSessionId })).answer).toMatchObject({ outcome: 'proved' })
  })

  it('is not believed by its webhook: an Item that Plaid calls broken stays broken', async () => {
    const { token, itemId } = await brokenItem()
    const { linkToken } = await hostedSession(token)
    await hear(linkWebhook(linkToken, 'SESSION_FINISHED', { status: 'SUCCESS', public_tokens: [] }))
    expect(await stateOf(itemId)).toBe('login_required')
  })

  it('is kept step by step, each step once however often Plaid tells it', async () => {
    const { token } = await brokenItem()
    const { linkToken, linkSessionId } = await hostedSession(token)
    const first = [event('OPEN', 0), event('SUBMIT_CREDENTIALS', 1)]
    const refused = event('ERROR', 2, { error_code: 'INVALID_CREDENTIALS', error_type: 'ITEM_ERROR' })
    const left = event('EXIT', 3, { exit_status: 'requires_credentials' })
    await hear(linkWebhook(linkToken, 'EVENTS', { events: first }))
    await hear(linkWebhook(linkToken, 'EVENTS', { events: [...first, refused, left] }))
    await hear(linkWebhook(linkToken, 'SESSION_FINISHED', { status: 'EXITED', public_tokens: [] }))
    expect((await stepsOf(linkSessionId)).sort()).toEqual(['credentials_sent', 'failed', 'left', 'opened'])
    expect(await db().linkSession.findUniqueOrThrow({ where: { id: linkSessionId } })).toMatchObject({
      plaidSessionId: 'plaid-7',
      endedAt: expect.any(Date),
    })
  })

  it('that was left is coached as one on our own page, once the person is back', async () => {
    const { token } = await brokenItem()
    const { linkToken, linkSessionId } = await hostedSession(token)
    await sandbox.leaveLink(linkToken)
    expect((await post(confirm, token, { linkSessionId })).answer).toEqual({
      outcome: 'left',
      advice: 'check_details',
      tries: 1,
    })
  })

  it('is proved when the person comes back, without any webhook', async () => {
    const { token, itemId } = await brokenItem()
    const { linkToken, linkSessionId } = await hostedSession(token)
    expect((await post(confirm, token, { linkSessionId })).answer).toEqual({ outcome: 'not_yet' })
    await sandbox.passLink(linkToken)
    expect((await post(confirm, token, { linkSessionId })).answer).toMatchObject({ outcome: 'proved' })
    expect(await stateOf(itemId)).toBe('healthy')
  })

  it('is asked about until it has ended, and its success proved, where no webhook comes', async () => {
    const { token, itemId } = await brokenItem()
    const { linkToken, linkSessionId } = await hostedSession(token)
    const poll = () => handlers['poll-link-session']({ linkSessionId }, new Date())
    await poll()
    expect(await stateOf(itemId)).toBe('login_required')
    await sandbox.passLink(linkToken)
    await poll()
    expect(await stateOf(itemId)).toBe('healthy')
    await poll()
    expect(await db().historyEntry.count({ where: { itemId, kind: 'repair_proved' } })).toBe(1)
  })

  it('of somebody else is kept as what it is: no session of ours', async () => {
    await hear(linkWebhook('link-sandbox-nobodys', 'SESSION_FINISHED', { status: 'SUCCESS' }))
    const latest = await db().webhookDelivery.findFirst({ orderBy: { receivedAt: 'desc' } })
    expect(latest).toMatchObject({ outcome: 'ignored', reason: 'unknown_session' })
  })

  it.each([
    ['without a token', { link_token: null }],
    ['with events of an odd shape', { events: [{ event_name: 3 }, 'EXIT', null] }],
    ['of a code of tomorrow', { webhook_code: 'SESSION_PAUSED' }],
  ])('%s is stored and crashes nothing', async (_what, odd) => {
    const { token } = await brokenItem()
    const { linkToken } = await hostedSession(token)
    const body: object = JSON.parse(linkWebhook(linkToken, 'EVENTS', { events: [] }))
    await hear(JSON.stringify({ ...body, ...odd }))
  })
})

describe('an Item that will be cut off later', () => {
  it('is not renewed on the browser’s word: Plaid is asked how the session went', async () => {
    const { token, itemId, plaidItemId } = await brokenItem()
    await sandbox.repair(plaidItemId, { silent: true })
    await db().item.update({ where: { id: itemId }, data: { state: 'disconnecting_soon', errorCode: null } })
    const started = z.object({ linkSessionId: z.string(), linkToken: z.string() })
    const { linkSessionId, linkToken } = started.parse((await post(mintLinkToken, token)).answer)
    await sandbox.leaveLink(linkToken)
    expect((await post(confirm, token, { linkSessionId })).answer).toMatchObject({ outcome: 'left' })
    expect(await stateOf(itemId)).toBe('disconnecting_soon')
    const again = started.parse((await post(mintLinkToken, token, { isSpent: true })).answer)
    await sandbox.passLink(again.linkToken)
    expect((await post(confirm, token, { linkSessionId: again.linkSessionId })).answer).toMatchObject({
      outcome: 'proved',
    })
  })
})
