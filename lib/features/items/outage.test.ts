import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import {
  deliver,
  itemErrorBody,
  linkedItem,
  settled,
  startWorker,
  stopRelink,
} from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { checkInstitution } from './check-institution.ts'
import { proveRepair } from './prove-repair.ts'

const sandbox = sandboxClient()
const institutionId = 'ins_109512'
const minuteMs = 60_000

beforeAll(startWorker)
afterAll(stopRelink)

function institution() {
  return db().institution.findUniqueOrThrow({ where: { id: institutionId } })
}

async function report(plaidItemId: string): Promise<void> {
  const error = { error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_DOWN', display_message: null, status: 400 }
  const body = { webhook_type: 'ITEM', webhook_code: 'ERROR', item_id: plaidItemId, error }
  expect(await deliver(JSON.stringify(body))).toBe(200)
}

describe('a bank that is down', () => {
  it('holds what its people are told, and lets it go when it is back', async () => {
    const item = await linkedItem({ institutionId })
    await sandbox.setInstitutionDown(institutionId, true)
    // The person tries to come back in the middle of it: the accounts do not answer.
    expect(await proveRepair(item.itemId, new Date())).toEqual({ outcome: 'not_yet', errorCode: 'INSTITUTION_DOWN' })
    await expect.poll(async () => (await institution()).downSince, { timeout: 10_000 }).not.toBeNull()

    await sandbox.breakItem(item.plaidItemId, { silent: true })
    await deliver(itemErrorBody(item.plaidItemId))
    await settled()
    expect(await sandbox.mails(item.email)).toEqual([])
    expect(await db().notice.findFirst({ where: { userId: item.userId } })).toMatchObject({
      state: 'pending',
      waitsFor: 'outage',
    })

    await sandbox.setInstitutionDown(institutionId, false)
    await db().outageSighting.deleteMany({ where: { institutionId } })
    const back = new Date(Date.now() + 6 * minuteMs)
    await checkInstitution(institutionId, back)
    expect((await institution()).downSince).toBeNull()
    const released = () => db().notice.findFirst({ where: { userId: item.userId, waitsFor: null } })
    await expect.poll(released, { timeout: 10_000 }).not.toBeNull()
    const freed = await db().notice.findFirstOrThrow({ where: { userId: item.userId } })
    expect(freed.dueAt.getTime()).toBeLessThanOrEqual(Date.now() + 60 * minuteMs)

    await db().notice.update({ where: { id: freed.id }, data: { dueAt: new Date() } })
    await inTransaction((tx) => enqueue(tx, 'tell-person', { userId: item.userId }))
    await settled()
    expect(await sandbox.mails(item.email)).toHaveLength(1)
  })

  it('is known from two of its Items even where Plaid has no figures, and one Item alone proves nothing', async () => {
    const silent = 'ins_109509'
    const [one, other] = [await linkedItem({ institutionId: silent }), await linkedItem({ institutionId: silent })]
    const downSince = async () => (await db().institution.findUniqueOrThrow({ where: { id: silent } })).downSince
    await report(one.plaidItemId)
    await settled()
    await expect.poll(() => db().outageSighting.count({ where: { institutionId: silent } })).toBe(1)
    expect(await downSince()).toBeNull()
    await report(other.plaidItemId)
    await expect.poll(downSince, { timeout: 10_000 }).not.toBeNull()
    expect(await sandbox.mails(one.email)).toEqual([])
  })
})
