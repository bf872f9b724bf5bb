import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { open } from '#lib/adapters/vault/sealed.ts'
import { askOnce, previewRefresh } from '#lib/features/items/preview-refresh.ts'
import { proveRepair } from '#lib/features/items/prove-repair.ts'
import { startUpdateMode } from '#lib/features/reconnect/start-update-mode.ts'
import { brokenItem } from '../../../scripts/testing/reconnect.ts'
import {
  deliver,
  itemErrorBody,
  linkedItem,
  settled,
  startWorker,
  stopRelink,
} from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { previewReplay, type ReplayWish, replayDeliveries, type SaidOfItem } from './replay-deliveries.ts'

const sandbox = sandboxClient()
const dayMs = 24 * 60 * 60 * 1000

beforeAll(startWorker)
afterAll(stopRelink)

const all = (): ReplayWish => ({ since: new Date(0), until: new Date(Date.now() + dayMs) })
const look = ({ itemId, occasion }: SaidOfItem) => previewRefresh(itemId, new Date(), occasion)
const preview = (wish: ReplayWish) => Array.fromAsync(previewReplay(wish, look))

const webhook = (plaidItemId: string, webhook_code: string, more: object = {}) =>
  JSON.stringify({ webhook_type: 'ITEM', webhook_code, item_id: plaidItemId, environment: 'sandbox', ...more })

async function told(body: string): Promise<void> {
  expect(await deliver(body)).toBe(200)
  await settled()
}

/** A delivery that came while our code did not know it; what it told is still true. */
async function misread(plaidItemId: string): Promise<string> {
  await sandbox.breakItem(plaidItemId, { silent: true })
  const body = Buffer.from(itemErrorBody(plaidItemId))
  const facts = { receivedAt: new Date(), webhookType: 'ITEM', webhookCode: 'ERROR', plaidItemId, body }
  const settledAs = { outcome: 'ignored', reason: 'unknown_code', settledAt: new Date() } as const
  return (await db().webhookDelivery.create({ data: { ...facts, ...settledAs } })).id
}

/** All that a person or a host product could see of a replay. */
async function world() {
  const [items, incidents, notices, mails] = await Promise.all([
    db().item.findMany({ orderBy: { id: 'asc' } }),
    db().incident.findMany({ orderBy: { id: 'asc' } }),
    db().notice.findMany({ orderBy: { id: 'asc' } }),
    sandbox.mails(),
  ])
  const states = items.map(({ state, stateSince, errorCode, expiresAt, newAccountsAt }) => {
    return { state, stateSince, errorCode, expiresAt, newAccountsAt }
  })
  return { states, incidents, notices, mails: mails.map(({ id }) => id) }
}

async function eventfulTime(): Promise<void> {
  const broken = await linkedItem()
  await sandbox.breakItem(broken.plaidItemId, { silent: true })
  await told(itemErrorBody(broken.plaidItemId))

  const healed = await linkedItem()
  await sandbox.breakItem(healed.plaidItemId, { silent: true })
  await told(itemErrorBody(healed.plaidItemId))
  await sandbox.repair(healed.plaidItemId, { silent: true })
  await told(webhook(healed.plaidItemId, 'LOGIN_REPAIRED'))

  const renewed = await linkedItem()
  const inDays = (days: number) => ({ disconnect_time: new Date(Date.now() + days * dayMs).toISOString() })
  await told(webhook(renewed.plaidItemId, 'PENDING_DISCONNECT', { reason: 'INSTITUTION_MIGRATION', ...inDays(5) }))
  await proveRepair(renewed.itemId, new Date())

  const ending = await linkedItem()
  await told(webhook(ending.plaidItemId, 'PENDING_DISCONNECT', { reason: 'INSTITUTION_MIGRATION', ...inDays(6) }))
  await told(webhook(ending.plaidItemId, 'PENDING_DISCONNECT', { reason: 'INSTITUTION_MIGRATION', ...inDays(5) }))

  const revoked = await linkedItem()
  await sandbox.revoke(revoked.plaidItemId, { silent: true })
  await told(webhook(revoked.plaidItemId, 'USER_PERMISSION_REVOKED'))

  const wrongly = await linkedItem()
  await told(itemErrorBody(wrongly.plaidItemId))
  await told(webhook(wrongly.plaidItemId, 'NEW_ACCOUNTS_AVAILABLE'))
  await told(webhook('an-item-of-nobody', 'ERROR'))
  await told('"signed, and not what anybody expects"')
}

describe('replaying deliveries', () => {
  it('changes nothing when they had done their work: no state, no incident, no notice, no mail', async () => {
    await eventfulTime()
    const before = await world()
    const notes = () =>
      db().historyEntry.count({ where: { kind: { in: ['webhook_ignored', 'new_accounts_available'] } } })
    const notesBefore = await notes()
    for (const { effect } of await preview(all())) {
      if (effect && 'after' in effect) expect(effect).toMatchObject({ after: effect.before, effects: [] })
    }
    expect(await replayDeliveries(all())).toBe(await db().webhookDelivery.count())
    await settled()
    expect(await world()).toEqual(before)
    expect(await notes()).toBe(notesBefore)
    expect(await replayDeliveries(all())).toBe(await db().webhookDelivery.count())
    await settled()
    expect(await world()).toEqual(before)
  })

  it('says beforehand what it would change, and stores nothing by that', async () => {
    const { itemId, plaidItemId, email } = await linkedItem()
    const deliveryId = await misread(plaidItemId)
    const [said] = await preview({ deliveryId })
    const effects = ['open_incident', 'send_notice']
    expect(said?.effect).toEqual({ plaidItemId, before: 'healthy', after: 'login_required', effects })
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ state: 'healthy', version: 0 })
    expect(await db().webhookDelivery.findUnique({ where: { id: deliveryId } })).toMatchObject({ outcome: 'ignored' })

    expect(await replayDeliveries({ deliveryId })).toBe(1)
    await settled()
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ state: 'login_required' })
    expect(await sandbox.mails(email)).toHaveLength(1)
  })

  it('asks Plaid about an Item once beforehand, however many deliveries are about it', async () => {
    const { plaidItemId } = await linkedItem()
    const since = new Date()
    for (let count = 0; count < 20; count += 1) await misread(plaidItemId)
    const asked = async () => (await sandbox.calls()).byItem[plaidItemId]?.['/item/get'] ?? 0
    const before = await asked()
    const ask = askOnce()
    const lookOnce = ({ itemId, occasion }: SaidOfItem) => previewRefresh(itemId, new Date(), occasion, ask)
    const said = await Array.fromAsync(previewReplay({ since, until: new Date(Date.now() + dayMs) }, lookOnce))
    expect(said.map(({ effect }) => effect)).toEqual(
      Array(20).fill(expect.objectContaining({ after: 'login_required' })),
    )
    expect((await asked()) - before).toBe(1)
  })

  it('says which Link sessions it would ask Plaid about', async () => {
    const { token } = await brokenItem()
    await startUpdateMode(token, { isSpent: false, wantsHosted: true, sharesAgain: false }, new Date())
    const { id, sealedToken } = await db().linkSession.findFirstOrThrow()
    const since = new Date()
    for (const link_token of [open(sealedToken, id), 'link-sandbox-nobodys']) {
      await told(
        JSON.stringify({ webhook_type: 'LINK', webhook_code: 'SESSION_FINISHED', link_token, status: 'SUCCESS' }),
      )
    }
    const said = await preview({ since, until: new Date(Date.now() + dayMs) })
    expect(said.map(({ reason }) => reason)).toEqual(['would_ask_plaid', 'unknown_session'])
  })

  it('takes those of the span and no others, and says why one would be left alone', async () => {
    const { plaidItemId } = await linkedItem()
    const since = new Date()
    await told(webhook(plaidItemId, 'NEW_ACCOUNTS_AVAILABLE'))
    await told(itemErrorBody(plaidItemId))
    const span = { since, until: new Date(Date.now() + 1) }
    const said = await preview(span)
    expect(said.map(({ reason, effect }) => reason ?? effect)).toEqual([
      'no_change_of_health',
      { plaidItemId, before: 'healthy', quiet: 'asked_since' },
    ])
    expect(await replayDeliveries({ since: span.until, until: new Date(Date.now() + dayMs) })).toBe(0)
    await settled()
  })
})
