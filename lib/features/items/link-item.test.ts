import { afterAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { linkedItem, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { proveRepair } from './prove-repair.ts'

const sandbox = sandboxClient()
const institutionId = 'ins_109512'

afterAll(stopRelink)

function stored(itemId: string) {
  return db().item.findUniqueOrThrow({ where: { id: itemId }, include: { accounts: true } })
}

function connections(itemId: string) {
  return db().historyEntry.count({ where: { itemId, kind: 'connected' } })
}

/** An Item whose bank went down between the person's sign-in and our first question about it. */
async function linkedInAnOutage() {
  await sandbox.setInstitutionDown(institutionId, true)
  try {
    return await linkedItem({ institutionId })
  } finally {
    await sandbox.setInstitutionDown(institutionId, false)
  }
}

describe('an Item that was just linked', () => {
  it('is kept although nothing more can be learnt of it, and its job learns the rest', async () => {
    const { itemId, plaidItemId } = await linkedInAnOutage()
    expect(await stored(itemId)).toMatchObject({ plaidItemId, state: 'healthy', institutionId: null, accounts: [] })
    await handlers['describe-item']({ itemId }, new Date())
    const { institutionName, accounts, ...item } = await stored(itemId)
    expect(item).toMatchObject({ institutionId, fullyCheckedAt: expect.any(Date) })
    expect(institutionName).not.toBe('Your bank')
    expect(accounts.length).toBeGreaterThan(0)
    expect(await connections(itemId)).toBe(1)
  })

  it('is described once, however often its job comes', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    const before = (await sandbox.calls()).byItem[plaidItemId]
    await handlers['describe-item']({ itemId }, new Date())
    expect((await sandbox.calls()).byItem[plaidItemId]).toEqual(before)
    expect(await connections(itemId)).toBe(1)
  })

  it('keeps the accounts that somebody else has found meanwhile', async () => {
    const { itemId } = await linkedInAnOutage()
    expect(await proveRepair(itemId, new Date())).toMatchObject({ outcome: 'proved' })
    const { accounts } = await stored(itemId)
    await handlers['describe-item']({ itemId }, new Date())
    expect((await stored(itemId)).accounts).toHaveLength(accounts.length)
  })
})
