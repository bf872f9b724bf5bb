import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { getAccounts } from '#lib/adapters/plaid/get-accounts.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { linkedItem, settled, startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { reportFault } from './report-item-error.ts'

const sandbox = sandboxClient()

beforeAll(startWorker)
afterAll(stopRelink)

/** What a call of ours about this Item meets. */
async function meetFault(itemId: string): Promise<PlaidFault> {
  const item = await db().item.findUniqueOrThrow({ where: { id: itemId } })
  const met: unknown = await getAccounts(item).catch((fault: unknown) => fault)
  if (!(met instanceof PlaidFault)) throw new Error('the call met no fault')
  return met
}

const deliveriesOf = (plaidItemId: string) => db().webhookDelivery.findMany({ where: { plaidItemId } })

describe('a Plaid call of ours that meets an error', () => {
  it('makes an event for its Item, whatever type the code comes with', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    await sandbox.revoke(plaidItemId, { silent: true })
    const fault = await meetFault(itemId)
    expect(fault.error).toMatchObject({ errorType: 'INVALID_INPUT', errorCode: 'USER_PERMISSION_REVOKED' })
    await reportFault(fault, new Date())
    await settled()
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ state: 'access_revoked' })
    expect(await deliveriesOf(plaidItemId)).toMatchObject([{ source: 'api', outcome: 'applied' }])
  })

  it.each(['ADDITIONAL_CONSENT_REQUIRED', 'ITEM_LOCKED'])('makes one for %s', async (errorCode) => {
    const { itemId, plaidItemId } = await linkedItem()
    await sandbox.breakItem(plaidItemId, { errorCode, silent: true })
    await reportFault(await meetFault(itemId), new Date())
    await settled()
    expect(await deliveriesOf(plaidItemId)).toHaveLength(1)
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ errorCode })
  })

  it('makes none for an error that says nothing about the Item', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    await sandbox.setInstitutionDown('ins_109508', true)
    const fault = await meetFault(itemId)
    await sandbox.setInstitutionDown('ins_109508', false)
    await reportFault(fault, new Date())
    await reportFault(new Error('of ours'), new Date())
    expect(await deliveriesOf(plaidItemId)).toEqual([])
  })
})
