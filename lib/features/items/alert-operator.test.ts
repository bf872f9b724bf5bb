import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { readOperatorAlerts } from '#lib/features/admin/read-operator-alerts.ts'
import { readMetrics } from '#lib/features/operations/read-metrics.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { deliver, linkedItem, settled, startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'

const sandbox = sandboxClient()

beforeAll(startWorker)
afterAll(stopRelink)

async function report(plaidItemId: string, error_code: string, error_type = 'ITEM_ERROR'): Promise<void> {
  const error = { error_type, error_code, display_message: null, status: 400 }
  await deliver(JSON.stringify({ webhook_type: 'ITEM', webhook_code: 'ERROR', item_id: plaidItemId, error }))
  await settled()
}

const alertsOf = (itemId: string) => db().historyEntry.count({ where: { itemId, kind: 'operator_alerted' } })

async function countedAs(code: string): Promise<number> {
  const { text } = await readMetrics()
  return Number(new RegExp(`relink_operator_alerts_total\\{code="${code}"\\} (\\d+)`).exec(text)?.[1] ?? 0)
}

describe('the operator is alerted', () => {
  it('when a bank is supported no longer, besides the person', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    const errorCode = 'INSTITUTION_NO_LONGER_SUPPORTED'
    await sandbox.breakItem(plaidItemId, { errorCode, silent: true })
    await handlers['check-item']({ itemId }, new Date())
    await handlers['check-item']({ itemId }, new Date())
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ state: 'unsupported' })
    expect(await alertsOf(itemId)).toBe(1)
    expect(await countedAs(errorCode)).toBe(1)
    expect(await readOperatorAlerts(new Date())).toContainEqual({ errorCode, items: 1, at: expect.any(Date), itemId })
  })

  it.each([
    ['of our set-up, which /item/get does not show', 'PRODUCT_NOT_ENABLED', 'PRODUCT_NOT_ENABLED'],
    ['that Plaid’s reference does not have', 'INVENTED_TOMORROW', 'unknown'],
  ])('once a day to an error %s', async (_what, errorCode, label) => {
    const { itemId, plaidItemId } = await linkedItem()
    await report(plaidItemId, errorCode)
    await report(plaidItemId, errorCode)
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ state: 'healthy' })
    expect(await alertsOf(itemId)).toBe(1)
    expect(await countedAs(label)).toBe(1)
    const other = await linkedItem()
    await report(other.plaidItemId, errorCode)
    const alert = { errorCode, items: 2, at: expect.any(Date), itemId: other.itemId }
    expect(await readOperatorAlerts(new Date())).toContainEqual(alert)
    expect(await readOperatorAlerts(new Date(Date.now() + 8 * 24 * 60 * 60 * 1000))).toEqual([])
  })

  it('never to what a person settles', async () => {
    const { itemId, plaidItemId } = await linkedItem()
    await report(plaidItemId, 'ITEM_LOGIN_REQUIRED')
    expect(await alertsOf(itemId)).toBe(0)
  })
})
