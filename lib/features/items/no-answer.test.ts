import { afterAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { seal } from '#lib/adapters/vault/sealed.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { deliver, itemErrorBody, type LinkedItem, linkedItem, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { confirmItems } from './confirm-items.ts'

const sandbox = sandboxClient()

afterAll(stopRelink)

const itemOf = ({ itemId }: LinkedItem) => db().item.findUniqueOrThrow({ where: { id: itemId } })
const deliveryOf = ({ plaidItemId }: LinkedItem) => db().webhookDelivery.findFirstOrThrow({ where: { plaidItemId } })

/** As after a rotation of keys that went wrong: Plaid refuses the call, and says nothing about the Item. */
async function whileRefused<Result>({ itemId, plaidItemId }: LinkedItem, act: () => Promise<Result>): Promise<Result> {
  const { sealedAccessToken } = await db().item.findUniqueOrThrow({ where: { id: itemId } })
  const store = (sealed: string) => db().item.update({ where: { id: itemId }, data: { sealedAccessToken: sealed } })
  await store(seal('access-sandbox-of-nobody', plaidItemId))
  try {
    return await act()
  } finally {
    await store(sealedAccessToken)
  }
}

describe('a refusal that says nothing about the Item', () => {
  it('loses no breakage: the webhook waits, and is applied when Plaid answers', async () => {
    const item = await linkedItem()
    await sandbox.breakItem(item.plaidItemId, { silent: true })
    const before = await itemOf(item)
    expect(await deliver(itemErrorBody(item.plaidItemId))).toBe(200)
    const { id: deliveryId } = await deliveryOf(item)
    const apply = () => handlers['apply-webhook']({ deliveryId }, new Date())
    await whileRefused(item, () => expect(apply()).rejects.toMatchObject({ code: 'INVALID_ACCESS_TOKEN' }))
    expect(await itemOf(item)).toEqual(before)
    expect(await deliveryOf(item)).toMatchObject({ outcome: 'pending' })

    await apply()
    expect(await itemOf(item)).toMatchObject({ state: 'login_required' })
    expect(await deliveryOf(item)).toMatchObject({ outcome: 'applied' })
  })

  it('confirms nothing before somebody is written to', async () => {
    const item = await linkedItem()
    const other = await linkedItem()
    const asked = () => confirmItems([item.itemId, other.itemId], new Date())
    expect(await whileRefused(item, asked)).toEqual(new Set([item.itemId]))
    expect(await asked()).toEqual(new Set())
  })
})

describe('a broken Item that /item/get calls healthy', () => {
  it('is not healed as long as it shares no account', async () => {
    const item = await linkedItem()
    await sandbox.breakItem(item.plaidItemId, { silent: true })
    await handlers['check-item'](item, new Date())
    expect(await itemOf(item)).toMatchObject({ state: 'login_required' })
    await sandbox.unshareAccounts(item.plaidItemId)
    await sandbox.repair(item.plaidItemId, { silent: true })
    await handlers['check-item'](item, new Date())
    expect(await itemOf(item)).toMatchObject({ state: 'consent_needed', errorCode: 'NO_ACCOUNTS' })
  })
})
