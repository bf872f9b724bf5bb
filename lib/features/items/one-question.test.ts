import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { inTurn } from '#lib/adapters/db/in-turn.ts'
import type { Hint, Occasion } from '#lib/domain/hint.ts'
import type { ItemError } from '#lib/domain/item-state.ts'
import { type LinkedItem, linkedItem, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { askedBy, refreshItem } from './refresh-item.ts'

const sandbox = sandboxClient()
const copies = Array.from({ length: 20 }, (_, index) => index)

function itemError(errorCode: string): ItemError {
  return { errorType: 'ITEM_ERROR', errorCode, errorCodeReason: null, displayMessage: null }
}

const reported = (errorCode: string): Hint => ({ type: 'reported_broken', error: itemError(errorCode) })

function occasion(hint: Hint): Occasion {
  return { hint, hintedAt: new Date(), by: 'webhook', facts: [] }
}

async function callsAbout({ plaidItemId }: LinkedItem): Promise<{ itemGet: number; accountsGet: number }> {
  const calls = (await sandbox.calls()).byItem[plaidItemId] ?? {}
  return { itemGet: calls['/item/get'] ?? 0, accountsGet: calls['/accounts/get'] ?? 0 }
}

/** Follows twenty copies of a hint at once, as twenty handlers do. */
async function followCopies({ itemId }: LinkedItem, hint: Hint) {
  const occasions = copies.map(() => occasion(hint))
  await sleep(2)
  return Promise.allSettled(occasions.map((each) => refreshItem(itemId, new Date(), each)))
}

let item: LinkedItem
let before: Awaited<ReturnType<typeof callsAbout>>

beforeEach(async () => {
  item = await linkedItem()
  before = await callsAbout(item)
})
afterAll(stopRelink)

async function asked() {
  const now = await callsAbout(item)
  return { itemGet: now.itemGet - before.itemGet, accountsGet: now.accountsGet - before.accountsGet }
}

describe('twenty copies of a hint at once are one question to Plaid', () => {
  const endsAt = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000)

  it.each([
    ['a breakage', reported('ITEM_LOGIN_REQUIRED'), 'ITEM_LOGIN_REQUIRED', 'login_required', 0],
    ['a false alarm', reported('ITEM_LOGIN_REQUIRED'), null, 'healthy', 0],
    ['a false alarm that asks for the accounts', reported('NO_ACCOUNTS'), null, 'healthy', 1],
    [
      'an announced end',
      { type: 'disconnect_announced', ends: 'access', disconnectsAt: endsAt },
      null,
      'disconnecting_soon',
      0,
    ],
    [
      'the end of a broken Item',
      { type: 'disconnect_announced', ends: 'access', disconnectsAt: endsAt },
      'ITEM_LOCKED',
      'login_required',
      0,
    ],
    ['nothing but a wish to know', { type: 'asked' }, null, 'healthy', 0],
  ] satisfies [string, Hint, string | null, string, number][])(
    '%s',
    async (_what, hint, errorCode, state, accountsGet) => {
      if (errorCode) await sandbox.breakItem(item.plaidItemId, { errorCode, silent: true })
      const results = await followCopies(item, hint)
      expect(results).toEqual(copies.map(() => ({ status: 'fulfilled', value: state })))
      expect(await asked()).toEqual({ itemGet: 1, accountsGet })
    },
  )

  it('also when Plaid gives no answer: who waited learns that with the one who asked', async () => {
    await sandbox.setInstitutionDown('ins_109508', true)
    const results = await followCopies(item, reported('NO_ACCOUNTS'))
    await sandbox.setInstitutionDown('ins_109508', false)
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['rejected']))
    // The first asked while the others came; one of them asked for all.
    expect((await asked()).itemGet).toBeLessThanOrEqual(2)
    expect((await db().item.findUniqueOrThrow({ where: { id: item.itemId } })).checkedAt).not.toBeNull()
  })
})

describe('an answer serves only who wanted to know before Plaid was asked', () => {
  it('a hint that comes while a question is on its way is asked about anew', async () => {
    const first = refreshItem(item.itemId, new Date(), askedBy('sweep'))
    await expect.poll(async () => (await asked()).itemGet, { interval: 1 }).toBe(1)
    await sandbox.breakItem(item.plaidItemId, { silent: true })
    const second = refreshItem(item.itemId, new Date(), occasion(reported('ITEM_LOGIN_REQUIRED')))
    await first
    expect(await second).toBe('login_required')
  })

  it('a wish for an answer of one’s own is always asked', async () => {
    await Promise.all(copies.slice(0, 3).map(() => refreshItem(item.itemId, new Date(), askedBy('person'))))
    expect((await asked()).itemGet).toBe(3)
  })
})

describe('who waits for a turn', () => {
  it('takes no connection of the database, however many there are', async () => {
    let release = () => {}
    const busy = new Promise<void>((resolve) => {
      release = resolve
    })
    const holder = inTurn(
      `ask-item:${item.itemId}`,
      () => busy,
      () => false,
    )
    const many = Array.from({ length: 200 }, () => refreshItem(item.itemId, new Date(), askedBy('sweep', new Date())))
    const other = await linkedItem()
    expect(await refreshItem(other.itemId, new Date(), askedBy('sweep'))).toBe('healthy')
    release()
    await Promise.all([holder, ...many])
    expect((await asked()).itemGet).toBe(1)
  })

  it('gets it although the connection that held it is gone', async () => {
    const name = 'a turn whose connection ends'
    await inTurn(
      name,
      async () => {
        await db().$queryRaw`
        SELECT pg_terminate_backend(pid)::text FROM pg_locks WHERE locktype = 'advisory' AND database = (
          SELECT oid FROM pg_database WHERE datname = current_database())`
      },
      () => false,
    )
    expect(
      await inTurn(
        name,
        async () => 'done',
        () => false,
      ),
    ).toBe('done')
  })
})
