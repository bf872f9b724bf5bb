import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
import { deliver, itemErrorBody, linkedItem, settled, startWorker, stopRelink } from '../../scripts/testing/relink.ts'
import { sandboxClient } from '../../scripts/testing/sandbox-client.ts'

const sandbox = sandboxClient()
const documentedItemId = 'wz666MBjYWTp2PDzzggYhM6oWWmBb'
const documentedBody = `{
  "webhook_type": "ITEM",
  "webhook_code": "ERROR",
  "item_id": "wz666MBjYWTp2PDzzggYhM6oWWmBb",
  "error": {
    "display_message": "The provided credentials were not correct. Please try again.",
    "error_code": "ITEM_LOGIN_REQUIRED",
    "error_message": "the provided credentials were not correct",
    "error_type": "ITEM_ERROR",
    "status": 400
  }
}`

beforeAll(startWorker)
afterAll(stopRelink)

describe('a webhook about a known Item', () => {
  it('breaks the Item, opens one incident and sends one mail, even when it comes twice at once', async () => {
    const { itemId, plaidItemId, email } = await linkedItem({ plaidItemId: documentedItemId })
    await sandbox.breakItem(plaidItemId, { silent: true })
    expect(await Promise.all([deliver(documentedBody), deliver(documentedBody)])).toEqual([200, 200])
    await settled()
    const item = await db().item.findUniqueOrThrow({ where: { id: itemId }, include: { incidents: true } })
    expect(item).toMatchObject({ state: 'login_required', errorCode: 'ITEM_LOGIN_REQUIRED' })
    expect(item.incidents).toHaveLength(1)
    const mails = await sandbox.mails(email)
    expect(mails.map(({ subject }) => subject)).toEqual(['First Platypus Bank needs you to sign in again'])
  })

  it('changes nothing and tells nobody when Plaid itself finds the Item healthy', async () => {
    const { itemId, plaidItemId, email } = await linkedItem()
    expect(await deliver(itemErrorBody(plaidItemId))).toBe(200)
    await settled()
    const item = await db().item.findUniqueOrThrow({ where: { id: itemId }, include: { incidents: true } })
    expect(item.state).toBe('healthy')
    expect(item.incidents).toEqual([])
    expect(await sandbox.mails(email)).toEqual([])
  })

  it('is kept with the reason when it asks for nothing', async () => {
    const { plaidItemId } = await linkedItem()
    const codes = ['NEW_ACCOUNTS_AVAILABLE', 'INVENTED_TOMORROW']
    for (const webhook_code of codes) {
      const body = JSON.stringify({ webhook_type: 'ITEM', webhook_code, item_id: plaidItemId, error: null })
      expect(await deliver(body)).toBe(200)
    }
    await settled()
    const kept = await db().webhookDelivery.findMany({ where: { plaidItemId }, orderBy: { receivedAt: 'asc' } })
    expect(kept.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['ignored', 'no_change_of_health'],
      ['ignored', 'unknown_code'],
    ])
  })
})

describe('a webhook about an unknown Item', () => {
  it('is answered 200 and kept with the reason', async () => {
    const body = documentedBody.replace(documentedItemId, 'an-item-of-nobody')
    expect(await deliver(body)).toBe(200)
    await settled()
    const [kept] = await db().webhookDelivery.findMany({ where: { plaidItemId: 'an-item-of-nobody' } })
    expect(kept).toMatchObject({ outcome: 'ignored', reason: 'unknown_item', webhookCode: 'ERROR' })
    expect(Buffer.from(kept?.body ?? []).toString()).toBe(body)
  })
})

describe('an announced end', () => {
  it('is told as such, and becomes a sign-in within the same incident when the Item breaks', async () => {
    const { itemId, plaidItemId, email } = await linkedItem({ institutionId: 'ins_109509' })
    const endsAt = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000)
    await sandbox.announceDisconnect(plaidItemId, { days: 5, silent: true })
    const fields = { reason: 'INSTITUTION_MIGRATION', disconnect_time: endsAt.toISOString(), environment: 'sandbox' }
    const announcement = { webhook_type: 'ITEM', webhook_code: 'PENDING_DISCONNECT', item_id: plaidItemId, ...fields }
    await deliver(JSON.stringify(announcement))
    await settled()
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({
      state: 'disconnecting_soon',
      expiresAt: endsAt,
    })
    await sandbox.breakItem(plaidItemId, { silent: true })
    await deliver(itemErrorBody(plaidItemId))
    await settled()
    const item = await db().item.findUniqueOrThrow({ where: { id: itemId }, include: { incidents: true } })
    expect(item.state).toBe('login_required')
    expect(item.incidents).toHaveLength(1)
    expect(await sandbox.mails(email)).toHaveLength(2)
  })
})

describe('a repair elsewhere', () => {
  it('before the mail goes out means no mail, and says why', async () => {
    const { itemId, plaidItemId, email } = await linkedItem()
    await sandbox.refuseNextMail({ status: 500, name: 'application_error', message: 'try later', times: 4 })
    await sandbox.breakItem(plaidItemId, { silent: true })
    await deliver(itemErrorBody(plaidItemId))
    await expect.poll(() => db().notice.count({ where: { incident: { itemId } } }), { timeout: 10_000 }).toBe(1)
    await sandbox.repair(plaidItemId, { silent: true })
    await settled()
    const [notice] = await db().notice.findMany({ where: { incident: { itemId } } })
    expect(notice).toMatchObject({ state: 'dropped', reason: 'repaired_elsewhere' })
    await sandbox.acceptMails()
    expect(await sandbox.mails(email)).toEqual([])
    expect(await db().incident.findMany({ where: { itemId } })).toMatchObject([{ closedReason: 'repaired_elsewhere' }])
  })
})

describe('an Item that is gone at Plaid', () => {
  it('becomes removed when somebody asks', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    await sandbox.remove(plaidItemId)
    expect(await refreshItem(itemId, new Date(), askedBy('sweep'))).toBe('removed')
  })
})

describe('an Item that breaks again within the hour', () => {
  it('reopens its incident and its link, and starts no new messages', async () => {
    const { itemId, plaidItemId, email } = await linkedItem()
    await sandbox.breakItem(plaidItemId, { silent: true })
    await deliver(itemErrorBody(plaidItemId))
    await settled()
    await sandbox.repair(plaidItemId, { silent: true })
    await deliver(JSON.stringify({ webhook_type: 'ITEM', webhook_code: 'LOGIN_REPAIRED', item_id: plaidItemId }))
    await settled()
    await sandbox.breakItem(plaidItemId, { silent: true })
    await deliver(itemErrorBody(plaidItemId))
    await settled()
    const incidents = await db().incident.findMany({ where: { itemId }, include: { reconnectLinks: true } })
    expect(incidents).toMatchObject([{ closedAt: null, reconnectLinks: [{ closedAt: null }] }])
    expect(await db().historyEntry.count({ where: { itemId, kind: 'incident_reopened' } })).toBe(1)
    expect(await sandbox.mails(email)).toHaveLength(1)
  })
})

describe('an Item that shares no account any more', () => {
  it('needs permission although /item/get has no error, and stays so when it is asked again', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    const { items } = await sandbox.state()
    for (const { accountId } of items.find((item) => item.itemId === plaidItemId)?.accounts ?? []) {
      await sandbox.closeAccount(plaidItemId, accountId)
    }
    const error = { error_type: 'ITEM_ERROR', error_code: 'NO_ACCOUNTS', display_message: null, status: 400 }
    await deliver(JSON.stringify({ webhook_type: 'ITEM', webhook_code: 'ERROR', item_id: plaidItemId, error }))
    await settled()
    expect(await refreshItem(itemId, new Date(), askedBy('sweep'))).toBe('consent_needed')
  })
})
