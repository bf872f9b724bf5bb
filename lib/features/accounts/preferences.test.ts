import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { preferencesToken } from '#lib/adapters/vault/preferences-token.ts'
import {
  deliver,
  itemErrorBody,
  linkedItem,
  settled,
  startWorker,
  stopRelink,
} from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { readPreferences } from './read-preferences.ts'
import { readPreferencesOwner } from './read-preferences-owner.ts'
import { savePreferences, type Wishes } from './save-preferences.ts'
import { unsubscribe } from './unsubscribe.ts'
import { wantPush } from './want-push.ts'

const sandbox = sandboxClient()
const now = new Date('2026-11-22T10:00:00Z')
const usual: Wishes = { wantsEmail: true, wantsPush: true, language: null, timeZone: null }

async function somebody() {
  const email = `somebody-${crypto.randomUUID()}@example.org`
  return db().user.create({ data: { email } })
}

/** Somebody with two banks, of which one is broken. */
async function somebodyWithABrokenBank() {
  const { itemId, plaidItemId, userId, email } = await linkedItem()
  await sandbox.breakItem(plaidItemId, { silent: true })
  await deliver(itemErrorBody(plaidItemId))
  await settled()
  return { itemId, userId, email }
}

const wishesIn = (itemId: string) =>
  db().historyEntry.findMany({
    where: { itemId, kind: { in: ['subscribed', 'unsubscribed'] } },
    select: { kind: true, detail: true, at: true, incidentId: true },
    orderBy: { id: 'asc' },
  })

beforeAll(startWorker)
afterAll(stopRelink)

describe('a person’s preferences', () => {
  it('are e-mail and browser messages, in the browser’s language and time zone, until they choose', async () => {
    const { id, email } = await somebody()
    expect(await readPreferences(id)).toEqual({
      email,
      wantsEmail: true,
      wantsPush: true,
      endpoints: [],
      language: null,
      browserLanguage: null,
      timeZone: null,
      browserTimeZone: null,
      givenUp: null,
    })
  })

  it('are read as they were saved', async () => {
    const { id } = await somebody()
    const wishes: Wishes = { wantsEmail: false, wantsPush: false, language: 'fr', timeZone: 'America/Toronto' }
    expect(await savePreferences(id, wishes, now)).toBe(true)
    expect(await readPreferences(id)).toMatchObject(wishes)
    await savePreferences(id, usual, now)
    expect(await readPreferences(id)).toMatchObject(usual)
  })

  it('want browser messages again when a browser is asked for them', async () => {
    const { id } = await somebody()
    await savePreferences(id, { ...usual, wantsPush: false }, now)
    await wantPush(id)
    expect(await readPreferences(id)).toMatchObject({ wantsEmail: true, wantsPush: true })
  })

  it('of nobody are none, and cannot be saved', async () => {
    expect(await readPreferences(crypto.randomUUID())).toBeNull()
    expect(await savePreferences(crypto.randomUUID(), usual, now)).toBe(false)
    expect(await unsubscribe(crypto.randomUUID(), now)).toBe(false)
  })

  it('open with the token from their mail and with no other', async () => {
    const { id } = await somebody()
    expect(readPreferencesOwner(preferencesToken(id))).toBe(id)
    expect(readPreferencesOwner(id)).toBeNull()
  })
})

describe('a person who wants no more e-mail', () => {
  it('is noted with the open incident of their Item, once, and with who said so', async () => {
    const { itemId, userId } = await somebodyWithABrokenBank()
    const [incident] = await db().incident.findMany({ where: { itemId } })
    expect(await unsubscribe(userId, now)).toBe(true)
    expect(await unsubscribe(userId, now)).toBe(true)
    expect(await wishesIn(itemId)).toEqual([
      { kind: 'unsubscribed', detail: { by: 'one_click' }, at: now, incidentId: incident?.id },
    ])
    expect(await readPreferences(userId)).toMatchObject({ wantsEmail: false, wantsPush: true })
  })

  it('may come back, which is noted too; saving the same again is not', async () => {
    const { itemId, userId } = await somebodyWithABrokenBank()
    for (const wantsEmail of [true, false, false, true]) await savePreferences(userId, { ...usual, wantsEmail }, now)
    expect((await wishesIn(itemId)).map(({ kind, detail }) => [kind, detail])).toEqual([
      ['unsubscribed', { by: 'page' }],
      ['subscribed', { by: 'page' }],
    ])
  })

  it('gets no reminder: what waited is dropped with the reason, and support takes over', async () => {
    const { itemId, userId } = await somebodyWithABrokenBank()
    const due = new Date(Date.now() - 1000)
    await db().notice.updateMany({ where: { userId, state: 'pending' }, data: { dueAt: due } })
    await unsubscribe(userId, now)
    await settled()
    const dropped = await db().notice.findMany({ where: { userId, state: { not: 'sent' } } })
    expect(dropped.map(({ state, reason }) => [state, reason])).toEqual([['dropped', 'unreachable_unsubscribed']])
    const incident = await db().incident.findFirst({ where: { itemId } })
    expect(incident?.handedOverReason).toBe('unreachable_unsubscribed')
  })

  it('hears of a bank that broke meanwhile when they come back, and support need not see to it', async () => {
    const { itemId, plaidItemId, userId, email } = await linkedItem()
    await unsubscribe(userId, now)
    await sandbox.breakItem(plaidItemId, { silent: true })
    await deliver(itemErrorBody(plaidItemId))
    await settled()
    expect(await sandbox.mails(email)).toEqual([])
    await savePreferences(userId, usual, now)
    await settled()
    expect(await sandbox.mails(email)).toHaveLength(1)
    const notices = await db().notice.findMany({ where: { userId }, orderBy: { number: 'asc' } })
    expect(notices.map(({ number, state }) => [number, state])).toEqual([
      [1, 'sent'],
      [2, 'pending'],
    ])
    expect(await db().incident.findFirst({ where: { itemId } })).toMatchObject({ handedOverAt: null })
  })

  it('leaves no trace with an Item that works', async () => {
    const { itemId, userId } = await linkedItem()
    await unsubscribe(userId, now)
    expect(await wishesIn(itemId)).toEqual([])
  })
})

describe.each(['bounced', 'complained'] as const)('a person whose address was given up because it %s', (reason) => {
  const giveUp = (email: string) => db().suppressedAddress.create({ data: { email, reason, at: now } })

  it('sees that no e-mail comes, and why', async () => {
    const { id, email } = await somebody()
    await giveUp(email)
    expect(await readPreferences(id)).toMatchObject({ wantsEmail: false, givenUp: reason })
  })

  it('gets e-mail again when they switch it on', async () => {
    const { itemId, userId, email } = await somebodyWithABrokenBank()
    await giveUp(email)
    await savePreferences(userId, usual, now)
    expect(await readPreferences(userId)).toMatchObject({ wantsEmail: true, givenUp: null })
    expect((await wishesIn(itemId)).map(({ kind }) => kind)).toEqual(['subscribed'])
  })

  it('stays without when they save something else', async () => {
    const { id, email } = await somebody()
    await giveUp(email)
    await savePreferences(id, { ...usual, wantsEmail: false, language: 'es' }, now)
    expect(await readPreferences(id)).toMatchObject({ wantsEmail: false, givenUp: reason, language: 'es' })
    expect(await db().user.findUnique({ where: { id } })).toMatchObject({ wantsEmail: true })
  })
})
