import { afterAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { ruleNotices } from '#lib/features/admin/rule-notices.ts'
import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
import { tellPerson } from '#lib/features/notices/tell-person.ts'
import { findReconnectLink } from '#lib/features/reconnect/find-reconnect-link.ts'
import { issueReconnectLink } from '#lib/features/reconnect/issue-reconnect-link.ts'
import { type LinkedItem, linkedItem, mailedToken, stopRelink } from '../../scripts/testing/relink.ts'
import { sandboxClient } from '../../scripts/testing/sandbox-client.ts'
import { handlers } from './handlers.ts'

// No worker runs here: each test makes its attempts itself, at the moment that it is about.
const sandbox = sandboxClient()

afterAll(stopRelink)

/** Puts what waits about a person together as if its time had come. */
async function plannedAttempt({ userId }: LinkedItem): Promise<string> {
  const now = new Date()
  await db().notice.updateMany({ where: { userId, state: 'pending' }, data: { dueAt: new Date(now.getTime() - 1000) } })
  await tellPerson(userId, now)
  const attempt = await db().attempt.findFirstOrThrow({ where: { state: 'pending', message: { userId } } })
  return attempt.id
}

function send(attemptId: string): Promise<void> {
  return handlers['send-attempt']({ attemptId }, new Date())
}

async function stateOf(token: string) {
  return (await findReconnectLink(token, new Date()))?.state
}

/** An Item that broke, the token that its person was mailed, and the attempt of the reminder. */
async function remindedItem() {
  const item = await linkedItem()
  await sandbox.breakItem(item.plaidItemId, { silent: true })
  await refreshItem(item.itemId, new Date(), askedBy('sweep'))
  await send(await plannedAttempt(item))
  return { item, token: await mailedToken(item.email), reminder: await plannedAttempt(item) }
}

function linksOf({ itemId }: LinkedItem) {
  return db().reconnectLink.findMany({ where: { incident: { itemId } } })
}

describe('the link in a person’s last mail', () => {
  it('works as long as the next mail cannot be sent, and is superseded once it was', async () => {
    const { item, token, reminder } = await remindedItem()
    await sandbox.refuseNextMail({ status: 500, name: 'application_error', message: 'later', times: 1 })
    await expect(send(reminder)).rejects.toThrow('application_error')
    expect(await stateOf(token)).toBe('open')
    await send(reminder)
    expect(await stateOf(token)).toBe('superseded')
    expect(await stateOf(await mailedToken(item.email))).toBe('open')
  })

  it('stays the only one when the next mail is held at the last moment', async () => {
    const { item, token, reminder } = await remindedItem()
    const ruling = {
      itemId: item.itemId,
      ruling: 'hold',
      adminEmail: 'admin@example.com',
      reason: 'on the phone',
    } as const
    expect(await ruleNotices(ruling, new Date())).toEqual({ outcome: 'done' })
    await send(reminder)
    expect(await sandbox.mails(item.email)).toHaveLength(1)
    expect(await stateOf(token)).toBe('open')
    expect(await linksOf(item)).toHaveLength(1)
  })

  it('stays the only one when the person unsubscribes before the next mail', async () => {
    const { item, token, reminder } = await remindedItem()
    await db().user.update({ where: { id: item.userId }, data: { wantsEmail: false } })
    await send(reminder)
    expect(await stateOf(token)).toBe('open')
    expect(await linksOf(item)).toHaveLength(1)
  })
})

describe('the link of one notice', () => {
  it('is the same however many ask for it at once', async () => {
    const { item } = await remindedItem()
    const { id: noticeId, incidentId } = await db().notice.findFirstOrThrow({
      where: { userId: item.userId, state: 'pending' },
    })
    const asked = Array.from({ length: 8 }, () => issueReconnectLink({ noticeId, incidentId }, new Date()))
    expect(new Set((await Promise.all(asked)).map((link) => link?.url)).size).toBe(1)
  })

  it('is none once its incident is closed', async () => {
    const { item } = await remindedItem()
    const sent = await db().notice.findFirstOrThrow({ where: { userId: item.userId, state: 'sent' } })
    await sandbox.repair(item.plaidItemId, { silent: true })
    await refreshItem(item.itemId, new Date(), askedBy('sweep'))
    expect(await issueReconnectLink({ noticeId: sent.id, incidentId: sent.incidentId }, new Date())).toBeNull()
  })
})
