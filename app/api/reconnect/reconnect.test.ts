import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { db } from '#lib/adapters/db/client.ts'
import { readReconnectPage } from '#lib/features/reconnect/read-reconnect-page.ts'
import { startFromDashboard } from '#lib/features/reconnect/start-from-dashboard.ts'
import {
  deliver,
  itemErrorBody,
  type LinkedItem,
  linkedItem,
  mailedToken,
  settled,
  startWorker,
  stopRelink,
} from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { POST as confirm } from './[token]/confirm/route.ts'
import { POST as exit } from './[token]/exit/route.ts'
import { POST as mintLinkToken } from './[token]/link-token/route.ts'

const sandbox = sandboxClient()
const origin = 'http://localhost:3000'

type Route = (request: Request, context: { params: Promise<{ token: string }> }) => Promise<Response>

async function post(route: Route, token: string, body: object = {}, from = origin) {
  const request = new Request(`${origin}/api`, {
    method: 'POST',
    headers: { origin: from },
    body: JSON.stringify(body),
  })
  const response = await route(request, { params: Promise.resolve({ token }) })
  const text = await response.text()
  const answer: unknown = text === '' ? null : JSON.parse(text)
  return { status: response.status, answer }
}

async function brokenItem(institutionId?: string): Promise<LinkedItem & { token: string }> {
  const item = await linkedItem(institutionId ? { institutionId } : {})
  await sandbox.breakItem(item.plaidItemId, { silent: true })
  await deliver(itemErrorBody(item.plaidItemId))
  await settled()
  return { ...item, token: await mailedToken(item.email) }
}

const stateOf = async (itemId: string) => (await db().item.findUniqueOrThrow({ where: { id: itemId } })).state

beforeAll(startWorker)
afterAll(stopRelink)

describe('a reconnect link', () => {
  it('shows the bank and its accounts, and opening it changes nothing', async () => {
    const { itemId, token } = await brokenItem()
    const before = await db().historyEntry.count({ where: { itemId } })
    const page = await readReconnectPage(token, new Date())
    expect(page).toMatchObject({ state: 'open', itemState: 'login_required', errorClass: 'repair' })
    expect(await readReconnectPage(token, new Date())).toEqual(page)
    expect(await db().historyEntry.count({ where: { itemId } })).toBe(before)
  })

  it('mints a link token for update mode: with the access token, for 30 minutes', async () => {
    const { token } = await brokenItem()
    const { status, answer } = await post(mintLinkToken, token)
    expect(status).toBe(200)
    expect(answer).toMatchObject({ linkToken: expect.stringMatching(/^link-sandbox-/) })
    const { expiresAt } = z.object({ expiresAt: z.string() }).parse(answer)
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / 60_000)).toBe(30)
  })

  it('opens no Link when the Item was repaired elsewhere', async () => {
    const { itemId, plaidItemId, token } = await brokenItem()
    await sandbox.repair(plaidItemId, { silent: true })
    expect(await post(mintLinkToken, token)).toMatchObject({
      status: 409,
      answer: { error: { code: 'already_healthy' } },
    })
    expect(await stateOf(itemId)).toBe('healthy')
    expect(await readReconnectPage(token, new Date())).toMatchObject({ state: 'healthy' })
  })

  it('is closed when the Item turns out to be gone at Plaid', async () => {
    const { itemId, token } = await brokenItem()
    await sandbox.remove((await db().item.findUniqueOrThrow({ where: { id: itemId } })).plaidItemId)
    expect((await post(mintLinkToken, token)).status).toBe(410)
    expect(await stateOf(itemId)).toBe('removed')
  })

  it.each([
    ['a mistyped one', 'not-a-token'],
    ['one that was never made', 'A'.repeat(43)],
  ])('that is %s is unknown', async (_what, token) => {
    expect(await readReconnectPage(token, new Date())).toEqual({ state: 'unknown' })
    expect(await post(mintLinkToken, token)).toMatchObject({ status: 404, answer: { error: { code: 'link_unknown' } } })
  })

  it('is worth nothing after seven days, and names no bank then', async () => {
    const { token } = await brokenItem()
    const in8Days = new Date(Date.now() + 8 * 24 * 60 * 60 * 1000)
    expect(await readReconnectPage(token, in8Days)).toEqual({ state: 'expired' })
    await db().reconnectLink.updateMany({ data: { expiresAt: new Date() } })
    expect(await post(mintLinkToken, token)).toMatchObject({ status: 410, answer: { error: { code: 'link_closed' } } })
  })

  it('does nothing for another site', async () => {
    const { token } = await brokenItem()
    expect((await post(mintLinkToken, token, {}, 'https://evil.example')).status).toBe(403)
  })

  it('keeps how a person left Link', async () => {
    const { itemId, token } = await brokenItem()
    const left = { errorCode: 'INVALID_CREDENTIALS', status: 'requires_credentials', linkSessionId: 'abc-1' }
    expect((await post(exit, token, left)).status).toBe(204)
    const [entry] = await db().historyEntry.findMany({ where: { itemId, kind: 'link_exited' } })
    expect(entry?.detail).toEqual(left)
  })
})

describe('the proof of repair', () => {
  it('makes the Item healthy, closes the incident and spends the link', async () => {
    const { itemId, plaidItemId, token } = await brokenItem()
    await sandbox.repair(plaidItemId, { silent: true })
    const { answer } = await post(confirm, token)
    expect(answer).toMatchObject({ outcome: 'proved' })
    expect(await stateOf(itemId)).toBe('healthy')
    expect(await db().incident.findMany({ where: { itemId } })).toMatchObject([{ closedReason: 'repaired_here' }])
    expect((await post(mintLinkToken, token)).status).toBe(410)
  })

  it('is not the browser’s word: a broken Item stays broken', async () => {
    const { itemId, token } = await brokenItem()
    expect((await post(confirm, token)).answer).toEqual({ outcome: 'not_yet' })
    expect(await stateOf(itemId)).toBe('login_required')
  })

  it('needs the accounts to answer too', async () => {
    const { itemId, plaidItemId, token } = await brokenItem('ins_109509')
    await sandbox.repair(plaidItemId, { silent: true })
    await sandbox.setInstitutionDown('ins_109509', true)
    expect((await post(confirm, token)).answer).toEqual({ outcome: 'not_yet' })
    await sandbox.setInstitutionDown('ins_109509', false)
    expect(await stateOf(itemId)).toBe('login_required')
  })

  it('counts a bank that does not answer as no answer: whatever was told meanwhile is still to be checked', async () => {
    const { itemId, plaidItemId, token } = await brokenItem('ins_109512')
    await sandbox.repair(plaidItemId, { silent: true })
    const checkedAt = async () => (await db().item.findUniqueOrThrow({ where: { id: itemId } })).checkedAt
    const before = await checkedAt()
    await sandbox.setInstitutionDown('ins_109512', true)
    expect((await post(confirm, token)).answer).toEqual({ outcome: 'not_yet' })
    await sandbox.setInstitutionDown('ins_109512', false)
    expect(await checkedAt()).toEqual(before)
  })
})

describe('a person in a hurry', () => {
  // "Continue" asks once, the check after Link up to four times, "Check again" four times more.
  const tries = Array.from({ length: 8 }, (_, index) => index)

  it('never meets our own limit, though the webhook comes again meanwhile, and Plaid never refuses', async () => {
    await sandbox.limitCalls({ like: 'production' })
    const { itemId, plaidItemId, token } = await brokenItem()
    expect((await post(mintLinkToken, token)).status).toBe(200)
    for (const index of tries) {
      if (index === 2) await deliver(itemErrorBody(plaidItemId))
      expect((await post(confirm, token)).answer).toEqual({ outcome: 'not_yet' })
    }
    await settled()
    const failures = await db().historyEntry.findMany({ where: { itemId, kind: 'repair_not_proved' } })
    expect(failures.map(({ detail }) => detail)).toEqual(tries.map(() => ({ found: 'ITEM_LOGIN_REQUIRED' })))
    await sandbox.repair(plaidItemId, { silent: true })
    expect((await post(confirm, token)).answer).toMatchObject({ outcome: 'proved' })
    const { paths } = await sandbox.calls()
    expect(paths['/item/get']).toMatchObject({ refused: 0 })
    expect(paths['/accounts/get']).toMatchObject({ refused: 0 })
    await sandbox.limitCalls({})
  })

  it('with two windows open gets the same proof in both', async () => {
    const { plaidItemId, token } = await brokenItem()
    await sandbox.repair(plaidItemId, { silent: true })
    const [one, other] = await Promise.all([post(confirm, token), post(confirm, token)])
    expect([one.answer, other.answer]).toMatchObject([{ outcome: 'proved' }, { outcome: 'proved' }])
  })
})

describe('reconnecting from the dashboard', () => {
  it('leaves the link in the mail alone', async () => {
    const { itemId, userId, token } = await brokenItem()
    expect(await startFromDashboard({ itemId, userId }, new Date())).toMatchObject({ token: expect.any(String) })
    expect(await readReconnectPage(token, new Date())).toMatchObject({ state: 'open' })
  })

  it('is refused for somebody else’s Item', async () => {
    const { itemId } = await brokenItem()
    const other = await linkedItem()
    expect(await startFromDashboard({ itemId, userId: other.userId }, new Date())).toBeNull()
  })
})
