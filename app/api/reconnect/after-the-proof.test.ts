import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { db } from '#lib/adapters/db/client.ts'
import { readLinkState } from '#lib/features/reconnect/read-link-state.ts'
import { brokenItem, post } from '../../../scripts/testing/reconnect.ts'
import { startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { POST as confirm } from './[token]/confirm/route.ts'
import { POST as mintLinkToken } from './[token]/link-token/route.ts'

const sandbox = sandboxClient()
const Proved = z.object({
  outcome: z.literal('proved'),
  accounts: z.array(z.object({ name: z.string(), status: z.enum(['back', 'missing', 'new']) })),
  next: z.object({ url: z.string(), name: z.string() }).nullable(),
})

beforeAll(startWorker)
afterAll(stopRelink)

async function proved(token: string) {
  return Proved.parse((await post(confirm, token)).answer)
}

const statusesOf = ({ accounts }: z.infer<typeof Proved>) => accounts.map(({ status }) => status).sort()
const shownOf = (itemId: string) => db().bankAccount.count({ where: { itemId, goneAt: null } })

describe('accounts after a repair', () => {
  it('that are missing are named, kept apart, and shared again by choosing anew within the hour', async () => {
    const { token, itemId, plaidItemId } = await brokenItem()
    const [account] = await db().bankAccount.findMany({ where: { itemId } })
    await sandbox.repair(plaidItemId, { silent: true })
    await sandbox.closeAccount(plaidItemId, account?.plaidAccountId ?? '')
    expect(statusesOf(await proved(token))).toEqual(['back', 'back', 'missing'])
    expect(await shownOf(itemId)).toBe(2)
    expect(await readLinkState(token, new Date())).toMatchObject({ state: 'done' })

    expect(await post(mintLinkToken, token)).toMatchObject({ status: 410 })
    expect(await post(mintLinkToken, token, { sharesAgain: true })).toMatchObject({ status: 200 })
    await sandbox.reopenAccounts(plaidItemId)
    expect(statusesOf(await proved(token))).toEqual(['back', 'back', 'back'])
    expect(await shownOf(itemId)).toBe(3)
  })

  it('are not chosen anew by an old link', async () => {
    const { token, plaidItemId } = await brokenItem()
    await sandbox.repair(plaidItemId, { silent: true })
    await proved(token)
    const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
    await db().reconnectLink.updateMany({ where: { closedAt: { not: null } }, data: { closedAt: twoHoursAgo } })
    expect(await post(mintLinkToken, token, { sharesAgain: true })).toMatchObject({ status: 410 })
    expect(await post(confirm, token)).toMatchObject({ status: 410 })
  })
})

describe('a person with several broken banks', () => {
  it('is led to the next after a proof, and to none after the last', async () => {
    const first = await brokenItem()
    const second = await brokenItem('ins_109511', first.userId)
    await sandbox.repair(first.plaidItemId, { silent: true })
    const { next } = await proved(first.token)
    expect(next).toMatchObject({ name: 'Tartan Bank' })
    const token = next?.url.split('/').at(-1) ?? ''
    await sandbox.repair(second.plaidItemId, { silent: true })
    expect(await proved(token)).toMatchObject({ outcome: 'proved', next: null })
  })

  it('is not led to a bank of somebody else', async () => {
    const mine = await brokenItem()
    await brokenItem()
    await sandbox.repair(mine.plaidItemId, { silent: true })
    expect((await proved(mine.token)).next).toBeNull()
  })
})
