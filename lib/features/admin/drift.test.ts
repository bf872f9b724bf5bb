import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { updateWebhook } from '#lib/adapters/plaid/update-webhook.ts'
import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'
import type { FoundBy } from '#lib/domain/history.ts'
import { pointWebhookAtUs } from '#lib/features/items/point-webhook-at-us.ts'
import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
import { linkedItem, startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { pointStrayedWebhooks } from './point-strayed-webhooks.ts'
import { type DriftList, readDrift } from './read-drift.ts'

const sandbox = sandboxClient()
// Nobody listens there: the sandbox sends, and nothing arrives.
const elsewhere = 'http://127.0.0.1:9/old-address'
const minuteMs = 60_000
const inTenMinutes = () => new Date(Date.now() + 10 * minuteMs)

beforeAll(startWorker)
afterAll(stopRelink)

/** Pages of two, so that every list is read by key. */
async function readAll(list: DriftList, now: Date) {
  const rows: { itemId: string }[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readDrift>> = await readDrift({ list, after, limit: 2 }, now)
    rows.push(...page.rows)
    after = page.next
  } while (after)
  const { counts } = await readDrift({ list, limit: 2 }, now)
  expect(rows).toHaveLength(counts[list])
  return rows
}

describe('Items whose webhooks go elsewhere', () => {
  it('are listed with the address that Plaid has, and set right one by one or all that are listed', async () => {
    const ours = await linkedItem({ webhook: webhookUrl() })
    const strayed = [
      await linkedItem({ webhook: elsewhere }),
      await linkedItem({ webhook: 'http://localhost:9000/a-later-one' }),
      await linkedItem({ webhook: elsewhere }),
      await linkedItem(),
    ]
    const rows = await readAll('strayed', new Date())
    expect(rows.map(({ itemId }) => itemId).toSorted()).toEqual(strayed.map(({ itemId }) => itemId).toSorted())
    expect(rows).not.toContainEqual(expect.objectContaining({ itemId: ours.itemId }))
    expect(rows).toContainEqual(expect.objectContaining({ itemId: strayed[0]?.itemId, webhookUrl: elsewhere }))
    expect(rows).toContainEqual(expect.objectContaining({ itemId: strayed[3]?.itemId, webhookUrl: null }))

    expect(await pointWebhookAtUs(strayed[0]?.itemId ?? '', new Date())).toEqual({ outcome: 'pointed' })
    expect((await readDrift({ list: 'strayed' }, new Date())).counts.strayed).toBe(3)
    expect(await pointStrayedWebhooks(null)).toBe(3)
    const stillStrayed = async () => (await readDrift({ list: 'strayed' }, new Date())).counts.strayed
    await expect.poll(stillStrayed, { timeout: 10_000 }).toBe(0)
    const { items } = await sandbox.state()
    expect(new Set(items.map(({ webhook }) => webhook))).toEqual(new Set([webhookUrl()]))
    expect(await db().historyEntry.count({ where: { kind: 'webhook_pointed' } })).toBe(4)
  })

  it('are found when the address changes at Plaid, with the next check', async () => {
    const { itemId, plaidItemId } = await linkedItem({ webhook: webhookUrl() })
    await refreshItem(itemId, new Date(), askedBy('sweep'))
    expect(await readAll('strayed', new Date())).toEqual([])
    const { sealedAccessToken } = await db().item.findUniqueOrThrow({ where: { id: itemId } })
    await updateWebhook({ plaidItemId, sealedAccessToken }, elsewhere)
    expect(await readAll('strayed', new Date())).toEqual([])
    await refreshItem(itemId, new Date(), askedBy('sweep'))
    expect(await readAll('strayed', new Date())).toMatchObject([{ itemId, webhookUrl: elsewhere }])
    await sandbox.remove(plaidItemId)
    await refreshItem(itemId, new Date(), askedBy('person'))
  })

  it('learn by the way when the Item is gone at Plaid, and are then no matter of webhooks any more', async () => {
    const { itemId, plaidItemId } = await linkedItem({ webhook: elsewhere })
    await sandbox.remove(plaidItemId)
    expect(await pointWebhookAtUs(itemId, new Date())).toEqual({ outcome: 'refused', errorCode: 'ITEM_NOT_FOUND' })
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ state: 'removed' })
    expect(await readAll('strayed', new Date())).toEqual([])
    expect(await pointWebhookAtUs(itemId, new Date())).toEqual({ outcome: 'not_pointed', reason: 'removed' })
  })
})

describe('webhooks that Plaid sent and we never got', () => {
  async function lost() {
    const item = await linkedItem({ webhook: elsewhere })
    await sandbox.sendWebhook(item.plaidItemId, { webhook_type: 'ITEM', webhook_code: 'NEW_ACCOUNTS_AVAILABLE' })
    await refreshItem(item.itemId, new Date(), askedBy('sweep'))
    return item
  }

  it('are listed once they can no longer be on their way', async () => {
    const items = [await lost(), await lost(), await lost()]
    expect(await readAll('missed', new Date())).toEqual([])
    const rows = await readAll('missed', inTenMinutes())
    expect(rows.map(({ itemId }) => itemId)).toEqual(items.map(({ itemId }) => itemId).toReversed())
    expect(rows[0]).toMatchObject({ code: 'NEW_ACCOUNTS_AVAILABLE', sentAt: expect.any(Date) })
  })

  it('are no longer listed when one comes after all, or a later one does', async () => {
    const { itemId, plaidItemId } = await lost()
    const isListed = async () => (await readAll('missed', inTenMinutes())).some((row) => row.itemId === itemId)
    expect(await isListed()).toBe(true)
    const body = Buffer.from('{}')
    const arrival = { receivedAt: new Date(), webhookType: 'ITEM', webhookCode: 'NEW_ACCOUNTS_AVAILABLE', body }
    await db().webhookDelivery.create({ data: { ...arrival, plaidItemId, outcome: 'ignored' } })
    expect(await isListed()).toBe(false)
    await refreshItem(itemId, new Date(), askedBy('sweep'))
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ missedWebhookAt: null })
  })
})

describe('what the sweep found', () => {
  it('is listed with the change, the newest first, for thirty days; what a webhook told is not', async () => {
    const { itemId } = await linkedItem({ webhook: webhookUrl() })
    const now = new Date()
    const change = { kind: 'state_changed', from: 'healthy', to: 'login_required', errorCode: 'ITEM_LOCKED' } as const
    const found = (daysAgo: number, by: FoundBy | null) =>
      inTransaction((tx) =>
        recordHistory(tx, { itemId, at: new Date(now.getTime() - daysAgo * 24 * 60 * minuteMs) }, { ...change, by }),
      )
    for (const daysAgo of [31, 3, 2, 1]) await found(daysAgo, 'sweep')
    await found(1, 'webhook')
    await found(1, null)
    const rows = await readAll('swept', now)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({ itemId, from: 'healthy', to: 'login_required', errorCode: 'ITEM_LOCKED' })
  })
})
