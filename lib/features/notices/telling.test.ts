import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { ruleNotices } from '#lib/features/admin/rule-notices.ts'
import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
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
import { sendNow } from './send-now.ts'

const sandbox = sandboxClient()
const admin = { adminId: 'admin-1', adminEmail: 'admin@example.com', reason: 'the person called' }
const dayMs = 24 * 60 * 60 * 1000

beforeAll(startWorker)
afterAll(stopRelink)

async function breakIt({ plaidItemId }: LinkedItem): Promise<void> {
  await sandbox.breakItem(plaidItemId, { silent: true })
  await deliver(itemErrorBody(plaidItemId))
  await settled()
}

function historyOf(itemId: string) {
  return db().historyEntry.findMany({ where: { itemId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
}

/** Decides anew about a person, as if the time of what waits had come. */
async function letTimePass(item: LinkedItem): Promise<void> {
  const past = new Date(Date.now() - 1000)
  await db().notice.updateMany({ where: { userId: item.userId, state: 'pending' }, data: { dueAt: past } })
  await inTransaction((tx) => enqueue(tx, 'tell-person', { userId: item.userId }))
  await settled()
}

describe('a person whose bank broke', () => {
  it('gets one message, and the first reminder is planned for three days after the breakage', async () => {
    const item = await linkedItem()
    await breakIt(item)
    expect(await sandbox.mails(item.email)).toHaveLength(1)
    const notices = await db().notice.findMany({ where: { userId: item.userId }, orderBy: { number: 'asc' } })
    expect(notices.map(({ number, state }) => [number, state])).toEqual([
      [1, 'sent'],
      [2, 'pending'],
    ])
    const [first, second] = notices
    expect(Number(second?.dueAt) - Number(first?.anchorAt)).toBe(3 * dayMs)
    const message = await db().message.findFirstOrThrow({ where: { userId: item.userId }, include: { attempts: true } })
    expect(message).toMatchObject({ state: 'sent', askedBy: 'relink', attempts: [{ channel: 'email' }] })
  })

  it('gets reminders until the schedule ends, then the incident is handed to support', async () => {
    const item = await linkedItem()
    await breakIt(item)
    for (let step = 2; step <= 5; step++) await letTimePass(item)
    expect(await sandbox.mails(item.email)).toHaveLength(5)
    const incident = await db().incident.findFirstOrThrow({ where: { itemId: item.itemId } })
    expect(incident.handedOverReason).toBe('schedule_ended')
    expect((await historyOf(item.itemId)).at(-1)?.kind).toBe('handed_over')
    expect(await db().notice.count({ where: { userId: item.userId, state: 'pending' } })).toBe(0)
  })

  it('gets no reminder once it was repaired elsewhere, and the history says why', async () => {
    const item = await linkedItem()
    await breakIt(item)
    await sandbox.repair(item.plaidItemId, { silent: true })
    await letTimePass(item)
    expect(await sandbox.mails(item.email)).toHaveLength(1)
    const dropped = await db().notice.findFirst({ where: { userId: item.userId, number: 2 } })
    expect(dropped).toMatchObject({ state: 'dropped', reason: 'repaired_elsewhere' })
  })
})

describe('a person with several broken banks', () => {
  it('gets one message about all that is due, with a link for each', async () => {
    const first = await linkedItem()
    const second = await linkedItem({ institutionId: 'ins_109509', userId: first.userId })
    await sandbox.breakItem(first.plaidItemId, { silent: true })
    await sandbox.breakItem(second.plaidItemId, { silent: true })
    // Both are known before anybody decides: the person's lock is held until then. Whoever waits for it began later.
    const at = new Date()
    await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM users WHERE id = ${first.userId} FOR NO KEY UPDATE`
      await refreshItem(first.itemId, at, askedBy('sweep'))
      await refreshItem(second.itemId, at, askedBy('sweep'))
    })
    await settled()
    const mails = await sandbox.mails(first.email)
    expect(mails).toHaveLength(1)
    expect(new Set(mails[0]?.text.match(/\/reconnect\/[\w-]{43}/g)).size).toBe(2)
    const message = await db().message.findFirstOrThrow({ where: { userId: first.userId }, include: { notices: true } })
    expect(message.notices.map(({ state }) => state)).toEqual(['sent', 'sent'])
  })
})

describe('an admin', () => {
  it('holds what a person is told, releases it, and the history keeps both reasons', async () => {
    const item = await linkedItem()
    await breakIt(item)
    const rule = (ruling: 'hold' | 'release' | 'stop') =>
      ruleNotices({ itemId: item.itemId, ruling, ...admin }, new Date())
    expect(await rule('hold')).toEqual({ outcome: 'done' })
    expect(await rule('hold')).toEqual({ outcome: 'not_done', reason: 'already_held' })
    await letTimePass(item)
    expect(await sandbox.mails(item.email)).toHaveLength(1)
    expect(await db().notice.findFirst({ where: { userId: item.userId, number: 2 } })).toMatchObject({
      state: 'pending',
      waitsFor: 'held_by_admin',
    })
    expect(await rule('release')).toEqual({ outcome: 'done' })
    await db().notice.updateMany({ where: { userId: item.userId }, data: { waitsFor: null } })
    await settled()
    expect(await sandbox.mails(item.email)).toHaveLength(2)
    const kinds = (await historyOf(item.itemId)).map(({ kind }) => kind)
    expect(kinds).toContain('notices_held')
    expect(kinds).toContain('notices_released')
  })

  it('holds what is on its way already, and it says whose hold that is', async () => {
    const item = await linkedItem()
    await breakIt(item)
    const now = new Date()
    const notice = await db().notice.findFirstOrThrow({ where: { userId: item.userId, state: 'pending' } })
    const attemptId = crypto.randomUUID()
    const message = await db().message.create({ data: { userId: item.userId, askedBy: 'relink', createdAt: now } })
    await db().attempt.create({
      data: { id: attemptId, messageId: message.id, channel: 'email', address: item.email },
    })
    await db().notice.update({ where: { id: notice.id }, data: { messageId: message.id } })
    await db().incident.update({ where: { id: notice.incidentId }, data: { heldAt: now } })
    await inTransaction((tx) => enqueue(tx, 'send-attempt', { attemptId }))
    await settled()
    expect(await db().notice.findUnique({ where: { id: notice.id } })).toMatchObject({
      state: 'pending',
      messageId: null,
      waitsFor: 'held_by_admin',
    })
    expect(await sandbox.mails(item.email)).toHaveLength(1)
  })

  it('stops it for good: nothing more goes, not even when asked by hand', async () => {
    const item = await linkedItem()
    await breakIt(item)
    await ruleNotices({ itemId: item.itemId, ruling: 'stop', ...admin }, new Date())
    await letTimePass(item)
    expect(await sandbox.mails(item.email)).toHaveLength(1)
    expect(await sendNow({ itemId: item.itemId, ...admin }, new Date())).toEqual({
      outcome: 'not_sent',
      reason: 'stopped',
    })
  })

  it('cannot write to who wants nothing, and is told so', async () => {
    const item = await linkedItem()
    await breakIt(item)
    await db().user.update({ where: { id: item.userId }, data: { wantsEmail: false } })
    expect(await sendNow({ itemId: item.itemId, ...admin }, new Date())).toEqual({
      outcome: 'not_sent',
      reason: 'unsubscribed',
    })
  })
})

describe('a person who cannot be reached', () => {
  it('is not written to; the reason is recorded and support takes over', async () => {
    const item = await linkedItem()
    await db().suppressedAddress.create({ data: { email: item.email, reason: 'bounced', at: new Date() } })
    await breakIt(item)
    expect(await sandbox.mails(item.email)).toEqual([])
    expect(await db().notice.findFirst({ where: { userId: item.userId } })).toMatchObject({
      state: 'dropped',
      reason: 'unreachable_bounced',
    })
    expect(await db().incident.findFirst({ where: { itemId: item.itemId } })).toMatchObject({
      handedOverReason: 'unreachable_bounced',
    })
  })
})

describe('a person whom only one browser reaches', () => {
  it('is support’s at once when that browser has gone', async () => {
    const item = await linkedItem()
    const { id, endpoint, keys } = await sandbox.subscribeToPush()
    await db().pushSubscription.create({ data: { userId: item.userId, endpoint, ...keys, createdAt: new Date() } })
    await db().user.update({ where: { id: item.userId }, data: { wantsEmail: false } })
    await sandbox.endSubscription(id)
    await breakIt(item)
    expect(await attemptsOf(item)).toMatchObject([{ state: 'dropped', reason: 'browser_gone' }])
    expect(await db().incident.findFirst({ where: { itemId: item.itemId } })).toMatchObject({
      handedOverReason: 'unreachable_unsubscribed',
    })
  })
})

describe('a message that is still on its way', () => {
  it('does not go when its address has turned out to be wrong since it was planned', async () => {
    const item = await linkedItem()
    await db().user.update({ where: { id: item.userId }, data: { email: item.email.replace('person', 'Person') } })
    await sandbox.refuseNextMail({ status: 500, name: 'application_error', message: 'later', times: 1 })
    await breakUntilTried(item)
    await db().suppressedAddress.create({ data: { email: item.email, reason: 'bounced', at: new Date() } })
    await settled()
    expect(await sandbox.mails(item.email)).toEqual([])
    expect(await attemptsOf(item)).toMatchObject([{ state: 'dropped', reason: 'bounced' }])
    expect(await db().notice.findFirst({ where: { userId: item.userId } })).toMatchObject({
      state: 'dropped',
      reason: 'unreachable_bounced',
    })
  })

  it('does not go to a browser whose person has switched that off since', async () => {
    const item = await linkedItem()
    const { endpoint, keys } = await sandbox.subscribeToPush()
    await db().pushSubscription.create({ data: { userId: item.userId, endpoint, ...keys, createdAt: new Date() } })
    await db().user.update({ where: { id: item.userId }, data: { wantsEmail: false } })
    await sandbox.disturbNextPush({ status: 500, times: 1 })
    await breakUntilTried(item)
    await db().user.update({ where: { id: item.userId }, data: { wantsPush: false } })
    await settled()
    expect(await sandbox.pushes()).toEqual([])
    expect(await attemptsOf(item)).toMatchObject([{ state: 'dropped', reason: 'unsubscribed' }])
  })
})

function attemptsOf({ userId }: LinkedItem) {
  return db().attempt.findMany({ where: { message: { userId } } })
}

/** Breaks it, and comes back when a first try to bring its message over has failed. */
async function breakUntilTried(item: LinkedItem): Promise<void> {
  await sandbox.breakItem(item.plaidItemId, { silent: true })
  await deliver(itemErrorBody(item.plaidItemId))
  const isTried = async () => (await attemptsOf(item)).some(({ triedAt }) => triedAt !== null)
  await expect.poll(isTried, { timeout: 10_000 }).toBe(true)
  const retries = () => db().$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE state = 'retry'`
  await expect.poll(async () => (await retries()).length, { timeout: 10_000 }).toBeGreaterThan(0)
}

describe('a provider', () => {
  it('that refuses a mail for good ends that step with its words, and the next step is planned', async () => {
    const item = await linkedItem()
    await sandbox.refuseNextMail({ status: 422, name: 'validation_error', message: 'no such domain', times: 1 })
    await breakIt(item)
    const notices = await db().notice.findMany({ where: { userId: item.userId }, orderBy: { number: 'asc' } })
    expect(notices).toMatchObject([
      { state: 'failed', reason: 'validation_error: the mail provider refused: validation_error: no such domain' },
      { state: 'pending', number: 2 },
    ])
  })

  it('that is away for a while gets the same mail again, and it comes once', async () => {
    const item = await linkedItem()
    await sandbox.refuseNextMail({ status: 500, name: 'application_error', message: 'later', times: 2 })
    await breakIt(item)
    expect(await sandbox.mails(item.email)).toHaveLength(1)
    expect(await mailedToken(item.email)).toHaveLength(43)
  })
})

describe('a person who withdrew access at the bank', () => {
  it('is told once: no reminder, and support is not sent after them', async () => {
    const item = await linkedItem()
    await sandbox.breakItem(item.plaidItemId, { silent: true, errorCodeReason: 'OAUTH_USER_REVOKED' })
    await deliver(itemErrorBody(item.plaidItemId))
    await settled()
    expect(await sandbox.mails(item.email)).toHaveLength(1)
    expect(await db().notice.count({ where: { userId: item.userId } })).toBe(1)
    expect(await db().incident.findFirst({ where: { itemId: item.itemId } })).toMatchObject({ handedOverAt: null })
  })
})
