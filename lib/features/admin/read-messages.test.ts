import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import {
  deliver,
  itemErrorBody,
  type LinkedItem,
  linkedItem,
  settled,
  startWorker,
  stopRelink,
} from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { readBrokenItems } from './read-broken-items.ts'
import { type ItemForAdmin, readItemForAdmin } from './read-item.ts'
import { ruleNotices } from './rule-notices.ts'

const sandbox = sandboxClient()
const admin = { adminEmail: 'admin@example.com', reason: 'the person called' }
const endpoint = 'https://push.example.com/a-secret-address'

beforeAll(startWorker)
afterAll(stopRelink)

async function brokenItem(): Promise<LinkedItem> {
  const item = await linkedItem()
  await sandbox.breakItem(item.plaidItemId, { silent: true })
  await deliver(itemErrorBody(item.plaidItemId))
  await settled()
  return item
}

async function read({ itemId }: LinkedItem): Promise<ItemForAdmin> {
  const item = await readItemForAdmin(itemId)
  if (!item) throw new Error('the Item is gone')
  return item
}

/** Decides anew about a person, as if the time of what waits had come. */
async function letTimePass({ userId }: LinkedItem): Promise<void> {
  await db().notice.updateMany({ where: { userId, state: 'pending' }, data: { dueAt: new Date(Date.now() - 1000) } })
  await inTransaction((tx) => enqueue(tx, 'tell-person', { userId }))
  await settled()
}

describe('the console, about one Item', () => {
  it('shows what went out over which channel to which address, and which step comes next', async () => {
    const item = await brokenItem()
    const { waiting, messages, incident } = await read(item)
    expect(waiting).toMatchObject([{ kind: 'broken', number: 2, messageId: null }])
    expect(messages).toMatchObject([
      { topics: 1, attempts: [{ channel: 'email', address: item.email, state: 'sent', reason: null }] },
    ])
    expect(incident).toMatchObject({ noticesSent: 1, heldAt: null, stoppedAt: null, handedOver: null })
  })

  it('says that an admin holds it, and what therefore waits', async () => {
    const item = await brokenItem()
    await ruleNotices({ itemId: item.itemId, ruling: 'hold', ...admin }, new Date())
    await letTimePass(item)
    const { waiting, incident } = await read(item)
    expect(incident?.heldAt).toBeInstanceOf(Date)
    expect(waiting).toMatchObject([{ number: 2, waitsFor: 'held_by_admin' }])
  })

  it('keeps the provider’s words of a refusal', async () => {
    await sandbox.refuseNextMail({ status: 422, name: 'validation_error', message: 'No such mailbox' })
    const { messages } = await read(await brokenItem())
    expect(messages[0]?.attempts).toMatchObject([
      { state: 'failed', reason: expect.stringContaining('No such mailbox') },
    ])
  })

  it('knows how its person can be told, and of a browser no more than the host', async () => {
    const item = await brokenItem()
    const { userId, email } = item
    const data = { browserLanguage: 'es-MX', timeZone: 'America/Los_Angeles', wantsPush: true }
    await db().user.update({ where: { id: userId }, data })
    const { id: address } = await db().pushSubscription.create({
      data: { userId, endpoint, p256dh: 'key', auth: 'auth', createdAt: new Date() },
    })
    await db().attempt.updateMany({ where: { message: { userId } }, data: { channel: 'push', address } })
    await db().suppressedAddress.create({ data: { email, reason: 'bounced', at: new Date() } })
    const { person, messages, ...rest } = await read(item)
    expect(person.reach).toMatchObject({
      email: 'bounced',
      push: 'yes',
      browsers: 1,
      language: { chosen: null, browser: 'es-MX', spoken: 'es' },
      timeZone: { chosen: 'America/Los_Angeles', used: 'America/Los_Angeles' },
    })
    expect(messages[0]?.attempts).toMatchObject([{ channel: 'push', address: 'push.example.com' }])
    expect(JSON.stringify({ person, messages, rest })).not.toContain('a-secret-address')
    await db().pushSubscription.deleteMany({ where: { userId } })
    expect((await read(item)).messages[0]?.attempts[0]?.address).toBeNull()
  })
})

describe('the list of broken Items', () => {
  it('counts apart and lists alone what was handed to support', async () => {
    const [unreachable, told] = [await brokenItem(), await brokenItem()]
    await db().user.update({ where: { id: unreachable.userId }, data: { wantsEmail: false } })
    await letTimePass(unreachable)
    const handed = await readBrokenItems({ list: 'handed_over' })
    expect(handed.rows.map(({ itemId }) => itemId)).toEqual([unreachable.itemId])
    expect(handed.rows[0]?.told).toMatchObject({
      sent: 1,
      ended: 'handed_over',
      handedOverReason: 'unreachable_unsubscribed',
      waiting: null,
    })
    expect(handed.counts.handed_over).toBe(1)
    const all = await readBrokenItems({})
    expect(all.counts).toEqual({ all: all.rows.length, handed_over: 1 })
    expect((await readBrokenItems({ list: 'handed_over', search: told.email })).counts).toEqual({
      all: 1,
      handed_over: 0,
    })
    const incident = await db().incident.findFirstOrThrow({ where: { itemId: unreachable.itemId } })
    expect((await read(unreachable)).incident?.handedOver).toEqual({
      at: incident.handedOverAt,
      reason: 'unreachable_unsubscribed',
    })
  })

  it('says what is held or stopped, and why a step waits', async () => {
    const [held, stopped] = [await brokenItem(), await brokenItem()]
    await ruleNotices({ itemId: held.itemId, ruling: 'hold', ...admin }, new Date())
    await letTimePass(held)
    await ruleNotices({ itemId: stopped.itemId, ruling: 'stop', ...admin }, new Date())
    const { rows } = await readBrokenItems({})
    const toldOf = ({ itemId }: LinkedItem) => rows.find((row) => row.itemId === itemId)?.told
    expect(toldOf(held)).toMatchObject({ ended: 'held', waiting: { waitsFor: 'held_by_admin', isOnItsWay: false } })
    expect(toldOf(stopped)).toMatchObject({ ended: 'stopped', sent: 1, waiting: null })
  })
})
