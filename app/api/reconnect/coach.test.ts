import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { db } from '#lib/adapters/db/client.ts'
import { readItemForAdmin } from '#lib/features/admin/read-item.ts'
import { readReconnectPage } from '#lib/features/reconnect/read-reconnect-page.ts'
import { readSupportCase } from '#lib/features/reconnect/read-support-case.ts'
import { brokenItem, linkEvent, post, submit } from '../../../scripts/testing/reconnect.ts'
import { settled, startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { POST as confirm } from './[token]/confirm/route.ts'
import { POST as freshLink } from './[token]/fresh-link/route.ts'
import { POST as help } from './[token]/help/route.ts'
import { POST as later } from './[token]/later/route.ts'
import { POST as endLink } from './[token]/link-end/route.ts'
import { POST as mintLinkToken } from './[token]/link-token/route.ts'

const sandbox = sandboxClient()
const Started = z.object({ linkSessionId: z.string() })
const dayMs = 24 * 60 * 60 * 1000

async function started(token: string): Promise<string> {
  return Started.parse((await post(mintLinkToken, token, { isSpent: true })).answer).linkSessionId
}

async function leave(token: string, errorCode: string | null, events: object[] = []) {
  const linkSessionId = await started(token)
  const end = { type: 'exit', errorType: 'ITEM_ERROR', errorCode, status: 'requires_credentials', requestId: 'req-1' }
  const { answer } = await post(endLink, token, { linkSessionId, plaidSessionId: 'plaid-1', end, events })
  return answer
}

beforeAll(startWorker)
afterAll(stopRelink)

describe('the coach', () => {
  it('counts refused sign-ins over all sessions and pages, and stops before the bank locks', async () => {
    const { token } = await brokenItem()
    expect(await leave(token, 'INVALID_CREDENTIALS')).toEqual({ advice: 'check_details', tries: 1 })
    expect(await leave(token, 'INVALID_CREDENTIALS')).toEqual({ advice: 'three_checks', tries: 2 })
    expect(await leave(token, 'INVALID_CREDENTIALS')).toEqual({ advice: 'stop', tries: 3 })
  })

  it('counts each refusal inside a session, and knows why somebody left who just closed the window', async () => {
    const { token } = await brokenItem()
    const refused = [0, 1].map((index) => linkEvent('ERROR', index, { errorCode: 'INVALID_CREDENTIALS' }))
    expect(await leave(token, null, refused)).toEqual({ advice: 'three_checks', tries: 2 })
  })

  it('begins to count anew after a sign-in that the bank let in', async () => {
    const { token } = await brokenItem()
    await leave(token, 'INVALID_CREDENTIALS')
    await leave(token, 'INVALID_CREDENTIALS')
    const linkSessionId = await started(token)
    const success = { linkSessionId, plaidSessionId: null, end: { type: 'success' }, events: [] }
    expect((await post(endLink, token, success)).answer).toEqual({ advice: null })
    expect(await leave(token, 'INVALID_CREDENTIALS')).toEqual({ advice: 'check_details', tries: 1 })
  })

  it('takes no step of a session that belongs to another link', async () => {
    const [mine, other] = [await brokenItem(), await brokenItem()]
    const linkSessionId = await started(other.token)
    const end = { type: 'exit', errorType: null, errorCode: null, status: null, requestId: null }
    const events = [linkEvent('ERROR', 0, { errorCode: 'INVALID_CREDENTIALS' })]
    expect((await post(endLink, mine.token, { linkSessionId, plaidSessionId: null, end, events })).status).toBe(200)
    expect(await db().linkSessionStep.count({ where: { linkSessionId } })).toBe(0)
  })

  it.each([
    ['no session', { linkSessionId: 'mine' }],
    ['words in the place of codes', { end: { type: 'exit', errorCode: '<script>' } }],
    ['events without end', { events: Array.from({ length: 201 }, () => linkEvent('OPEN', 0)) }],
  ])('refuses %s by name', async (_what, wrong) => {
    const { token } = await brokenItem()
    const right = { linkSessionId: await started(token), plaidSessionId: null, end: { type: 'success' }, events: [] }
    expect(await post(endLink, token, { ...right, ...wrong })).toMatchObject({
      status: 400,
      answer: { error: { code: 'bad_request' } },
    })
  })
})

describe('a Link session', () => {
  it('is recorded step by step, each step once, without anything that the person typed', async () => {
    const { token, plaidItemId } = await brokenItem()
    const linkSessionId = await started(token)
    const events = [
      linkEvent('OPEN', 0),
      linkEvent('SUBMIT_CREDENTIALS', 1),
      linkEvent('TRANSITION_VIEW', 2, { viewName: 'MFA' }),
      linkEvent('SUBMIT_MFA', 3),
      linkEvent('TRANSITION_VIEW', 4, { viewName: 'LOADING' }),
      linkEvent('HANDOFF', 5),
    ]
    const told = { linkSessionId, plaidSessionId: 'plaid-9', end: { type: 'success' }, events }
    await post(endLink, token, told)
    await post(endLink, token, told)
    await sandbox.repair(plaidItemId, { silent: true })
    expect((await post(confirm, token, { linkSessionId })).answer).toMatchObject({ outcome: 'proved' })
    const session = await db().linkSession.findUniqueOrThrow({
      where: { id: linkSessionId },
      include: { steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
    })
    expect(session).toMatchObject({ path: 'embedded', plaidSessionId: 'plaid-9' })
    expect(session.steps.map(({ kind }) => kind).sort()).toEqual(
      ['opened', 'credentials_sent', 'mfa_asked', 'mfa_sent', 'succeeded', 'proved'].sort(),
    )
  })

  it('keeps its token sealed', async () => {
    const { token } = await brokenItem()
    const { answer } = await post(mintLinkToken, token)
    const { linkToken, linkSessionId } = z.object({ linkToken: z.string(), linkSessionId: z.string() }).parse(answer)
    const row = await db().linkSession.findUniqueOrThrow({ where: { id: linkSessionId } })
    expect(JSON.stringify(row)).not.toContain(linkToken)
  })
})

describe('support', () => {
  it('sees how far the person came in each session, newest first', async () => {
    const { token, itemId } = await brokenItem()
    await leave(token, 'INVALID_CREDENTIALS', [linkEvent('SUBMIT_CREDENTIALS', 0)])
    await started(token)
    const item = await readItemForAdmin(itemId)
    expect(item?.linkSessions).toMatchObject([
      { isOver: false, steps: [] },
      {
        isOver: true,
        plaidSessionId: 'plaid-1',
        path: 'embedded',
        steps: [
          { kind: 'credentials_sent' },
          { kind: 'failed', errorCode: 'INVALID_CREDENTIALS' },
          { kind: 'left', exitStatus: 'requires_credentials' },
        ],
      },
    ])
  })
})

describe('who tries later', () => {
  it('hears nothing until then, and one reminder after it', async () => {
    const { token, itemId, email } = await brokenItem()
    expect(await submit(later, token, { later: 'three_days' })).toBe(`/reconnect/${token}?later`)
    const page = await readReconnectPage(token, new Date())
    const until = page.state === 'open' ? page.quietUntil : null
    expect(Math.round(((until?.getTime() ?? 0) - Date.now()) / dayMs)).toBe(3)
    const waiting = await db().notice.findMany({ where: { state: 'pending', incident: { itemId } } })
    expect(waiting.map(({ dueAt }) => dueAt)).toEqual([until])
    await settled()
    expect(await sandbox.mails(email)).toHaveLength(1)
  })

  it('is asked again where the choice was none', async () => {
    const { token } = await brokenItem()
    expect(await submit(later, token, { later: 'never' })).toBe(`/reconnect/${token}`)
    expect(await readReconnectPage(token, new Date())).toMatchObject({ quietUntil: null })
  })
})

describe('who asks for help', () => {
  it('is handed to support once, with a case that names ids and codes and no secret', async () => {
    const { token, itemId } = await brokenItem()
    await leave(token, 'INVALID_CREDENTIALS')
    expect(await submit(help, token)).toBe(`/reconnect/${token}?help`)
    await submit(help, token)
    const incident = await db().incident.findFirstOrThrow({ where: { itemId } })
    expect(incident).toMatchObject({ handedOverReason: 'asked_for_help' })
    expect(await db().historyEntry.count({ where: { itemId, kind: 'handed_over' } })).toBe(1)
    const found = await readSupportCase(token, new Date())
    expect(found).toMatchObject({ itemId, tries: 1, errorCode: 'ITEM_LOGIN_REQUIRED' })
    expect(found.sessions).toMatchObject([
      { plaidSessionId: 'plaid-1', codes: ['INVALID_CREDENTIALS'], requestIds: ['req-1', 'req-1'] },
    ])
    expect(JSON.stringify(found)).not.toMatch(/access-|link-sandbox|sealed/)
  })
})

describe('a link that has run out', () => {
  it('sends a fresh one to the address of the old one, and says the same to everybody', async () => {
    const { token, email } = await brokenItem()
    await db().reconnectLink.updateMany({ data: { expiresAt: new Date() } })
    expect(await submit(freshLink, token)).toBe(`/reconnect/${token}?sent`)
    await settled()
    const [newest, ...older] = await sandbox.mails(email)
    expect(older).toHaveLength(1)
    const fresh = newest?.text.match(/\/reconnect\/([\w-]{43})/)?.[1] ?? ''
    expect(fresh).not.toBe(token)
    expect(await readReconnectPage(fresh, new Date())).toMatchObject({ state: 'open' })
    expect(await submit(freshLink, 'A'.repeat(43))).toBe(`/reconnect/${'A'.repeat(43)}?sent`)
  })

  it('sends nothing about a bank that works again', async () => {
    const { token, email, plaidItemId } = await brokenItem()
    await db().reconnectLink.updateMany({ data: { expiresAt: new Date() } })
    await sandbox.repair(plaidItemId, { silent: true })
    await submit(freshLink, token)
    await settled()
    expect(await sandbox.mails(email)).toHaveLength(1)
  })

  it('sends a few a day at most', async () => {
    const { token, email } = await brokenItem()
    for (let asked = 0; asked < 8; asked++) {
      await submit(freshLink, token)
      await settled()
    }
    expect(await sandbox.mails(email)).toHaveLength(6)
  })
})

describe('a form from another site', () => {
  it('is refused', async () => {
    const { token } = await brokenItem()
    expect(await submit(later, token, { later: 'week' }, 'https://evil.example')).toBeNull()
    expect(await readReconnectPage(token, new Date())).toMatchObject({ quietUntil: null })
  })
})
