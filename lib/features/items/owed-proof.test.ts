import { afterAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { type LinkedItem, linkedItem, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { proveRepair } from './prove-repair.ts'
import { refreshItem } from './refresh-item.ts'

const sandbox = sandboxClient()
const dayMs = 24 * 60 * 60 * 1000

afterAll(stopRelink)

function itemOf({ itemId }: LinkedItem) {
  return db().item.findUniqueOrThrow({ where: { id: itemId } })
}

async function announce({ itemId }: LinkedItem, inDays: number): Promise<void> {
  const disconnectsAt = new Date(Date.now() + inDays * dayMs)
  const hint = { type: 'disconnect_announced', ends: 'access', disconnectsAt } as const
  await refreshItem(itemId, new Date(), { hint, hintedAt: new Date(), by: 'webhook', facts: [] })
}

/** One that is to end and whose person has signed in while the bank could not say whether it works. */
async function unprovedItem(): Promise<LinkedItem> {
  const item = await linkedItem()
  await announce(item, 5)
  await sandbox.setInstitutionDown('ins_109508', true)
  expect(await proveRepair(item.itemId, new Date())).toEqual({ outcome: 'not_yet', errorCode: 'INSTITUTION_DOWN' })
  return item
}

describe('a proof of repair that got no answer', () => {
  it('is found without the person when the bank answers again', async () => {
    const item = await unprovedItem()
    expect((await itemOf(item)).nextCheckAt?.getTime()).toBeLessThanOrEqual(Date.now())
    await expect(handlers['check-item'](item, new Date())).rejects.toThrow('INSTITUTION_DOWN')
    expect(await itemOf(item)).toMatchObject({ state: 'disconnecting_soon' })
    await sandbox.setInstitutionDown('ins_109508', false)
    await handlers['check-item'](item, new Date())
    expect(await itemOf(item)).toMatchObject({ state: 'healthy', repairClaimedAt: null })
    const incidents = await db().incident.findMany({ where: { itemId: item.itemId } })
    expect(incidents).toMatchObject([{ closedReason: 'repaired_here' }])
  })

  it('is not owed any more when a new end was announced since', async () => {
    const item = await unprovedItem()
    await sandbox.setInstitutionDown('ins_109508', false)
    await announce(item, 6)
    await handlers['check-item'](item, new Date())
    expect(await itemOf(item)).toMatchObject({ state: 'disconnecting_soon', repairClaimedAt: null })
  })

  it('is no proof where Plaid has an error after all', async () => {
    const item = await unprovedItem()
    await sandbox.setInstitutionDown('ins_109508', false)
    await sandbox.breakItem(item.plaidItemId, { silent: true })
    await handlers['check-item'](item, new Date())
    expect(await itemOf(item)).toMatchObject({ state: 'login_required', repairClaimedAt: null })
  })
})
