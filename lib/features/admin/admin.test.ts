import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { sendNow } from '#lib/features/notices/send-now.ts'
import {
  deliver,
  itemErrorBody,
  linkedItem,
  settled,
  startWorker,
  stopRelink,
} from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { readBrokenItems } from './read-broken-items.ts'
import { readItemForAdmin } from './read-item.ts'

const sandbox = sandboxClient()
const admin = { adminId: 'admin-1', adminEmail: 'admin@example.com', reason: 'the person called' }

async function brokenItem() {
  const item = await linkedItem()
  await sandbox.breakItem(item.plaidItemId, { silent: true })
  await deliver(itemErrorBody(item.plaidItemId))
  await settled()
  return item
}

beforeAll(startWorker)
afterAll(stopRelink)

describe('the console', () => {
  it('lists broken Items, the newest first, page by page and each once', async () => {
    const items = [await brokenItem(), await brokenItem(), await brokenItem()]
    const first = await readBrokenItems({ limit: 2 })
    const second = await readBrokenItems({ limit: 2, after: first.next })
    expect(first.counts).toEqual({ all: 3, handed_over: 0 })
    expect([...first.rows, ...second.rows].map(({ itemId }) => itemId)).toEqual(
      items.map(({ itemId }) => itemId).toReversed(),
    )
    expect(second.next).toBeNull()
    expect(first.rows[0]?.told).toMatchObject({ sent: 1, last: { state: 'sent' }, ended: null })
  })

  it('finds an Item by its person’s address, in capitals too', async () => {
    const { itemId, email } = await brokenItem()
    const { rows, counts } = await readBrokenItems({ search: email.toUpperCase() })
    expect(rows.map((row) => row.itemId)).toEqual([itemId])
    expect(counts.all).toBe(1)
  })

  it('finds an Item by a part of its bank’s name and by Plaid’s id, and takes % and _ for what they are', async () => {
    const { itemId, plaidItemId } = await brokenItem()
    const find = async (search: string) => (await readBrokenItems({ search })).rows.map((row) => row.itemId)
    expect(await find('platYPUS')).toContain(itemId)
    expect(await find(plaidItemId)).toEqual([itemId])
    expect(await find('%')).toEqual([])
    expect(await find('_')).toEqual([])
  })

  it('takes a broken page key for the first page', async () => {
    expect((await readBrokenItems({ after: 'nonsense' })).rows.length).toBeGreaterThan(0)
  })

  it('tells an Item’s history from the webhook to the mail, and never its token', async () => {
    const { itemId } = await brokenItem()
    const item = await readItemForAdmin(itemId)
    expect(item?.history.map(({ fact }) => fact.kind).toReversed()).toEqual([
      'connected',
      'webhook_received',
      'checked',
      'state_changed',
      'incident_opened',
      'checked',
      'notice_sent',
    ])
    expect(JSON.stringify(item)).not.toMatch(/access-sandbox|sealedAccessToken/)
  })

  it('knows no Item under a wrong id', async () => {
    expect(await readItemForAdmin('nothing')).toBeNull()
  })
})

describe('an admin who asks for a message', () => {
  it('has it sent once more, and the history names them', async () => {
    const { itemId, email } = await brokenItem()
    expect(await sendNow({ itemId, ...admin }, new Date())).toEqual({ outcome: 'queued' })
    await settled()
    expect(await sandbox.mails(email)).toHaveLength(2)
    const sent = await db().notice.findMany({
      where: { state: 'sent', incident: { itemId } },
      orderBy: { number: 'asc' },
    })
    expect(sent.map(({ number, askedBy }) => [number, askedBy])).toEqual([
      [1, 'relink'],
      [2, 'admin-1'],
    ])
  })

  it('is told why nothing is sent about a healthy or an unknown Item', async () => {
    const { itemId } = await linkedItem()
    expect(await sendNow({ itemId, ...admin }, new Date())).toEqual({ outcome: 'not_sent', reason: 'healthy' })
    expect(await sendNow({ itemId: 'nothing', ...admin }, new Date())).toEqual({
      outcome: 'not_sent',
      reason: 'unknown_item',
    })
  })
})
