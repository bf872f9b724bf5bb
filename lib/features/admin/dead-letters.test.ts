import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { queue } from '#lib/adapters/queue/queue.ts'
import {
  deliver,
  itemErrorBody,
  type LinkedItem,
  linkedItem,
  settled,
  startWorker,
  stopRelink,
} from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { countDeadLetters, readDeadLetters } from './read-dead-letters.ts'
import { retryDeadLetter } from './retry-dead-letter.ts'

const sandbox = sandboxClient()

beforeAll(async () => {
  await startWorker()
  // A job takes its tries from its queue when it is left; a day of them would be long for a test.
  await (await queue()).updateQueue('apply-webhook', { retryLimit: 1, retryDelay: 0, retryBackoff: false })
})
afterAll(stopRelink)

/** A broken Item whose token cannot be opened, since the key that sealed it is gone from TOKEN_KEYS. */
async function sealedWithLostKey(): Promise<LinkedItem & { mend: () => Promise<unknown> }> {
  const linked = await linkedItem()
  const where = { id: linked.itemId }
  const { sealedAccessToken } = await db().item.findUniqueOrThrow({ where })
  const lost = sealedAccessToken.replace(/^[^.]+/, 'lost')
  await db().item.update({ where, data: { sealedAccessToken: lost } })
  await sandbox.breakItem(linked.plaidItemId, { silent: true })
  return { ...linked, mend: () => db().item.update({ where, data: { sealedAccessToken } }) }
}

describe('a job that fails on every try', () => {
  it('waits in the console with its error and its person, and does its work once the cause is mended', async () => {
    const { itemId, plaidItemId, email, mend } = await sealedWithLostKey()
    expect(await deliver(itemErrorBody(plaidItemId))).toBe(200)
    await expect.poll(countDeadLetters, { timeout: 15_000 }).toBe(1)
    const { rows, total, next } = await readDeadLetters({})
    expect({ total, next }).toEqual({ total: 1, next: null })
    const [row] = rows
    expect(row).toMatchObject({ job: 'apply-webhook', tries: 2 })
    expect(row?.error).toMatchObject({ name: 'VaultError', code: 'unknown_key' })
    expect(row?.error.message).toContain('TOKEN_KEYS has no key "lost"')
    expect(row?.item).toMatchObject({ itemId, person: { email } })

    await mend()
    expect(await retryDeadLetter(row?.id ?? '')).toEqual({ outcome: 'retried' })
    expect(await countDeadLetters()).toBe(0)
    await settled()
    expect(await db().item.findUnique({ where: { id: itemId } })).toMatchObject({ state: 'login_required' })
    expect(await sandbox.mails(email)).toHaveLength(1)
  })

  it('cannot be retried twice', async () => {
    const { plaidItemId, mend } = await sealedWithLostKey()
    await deliver(itemErrorBody(plaidItemId))
    await expect.poll(countDeadLetters, { timeout: 15_000 }).toBe(1)
    const [row] = (await readDeadLetters({})).rows
    await mend()
    const answers = await Promise.all([retryDeadLetter(row?.id ?? ''), retryDeadLetter(row?.id ?? '')])
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['not_retried', 'retried'])
    await settled()
  })

  it('is listed page by page, each once, the newest first, and without an Item where its ids lead nowhere', async () => {
    // A job of a version to come: today's worker does not understand what it carries.
    const boss = await queue()
    for (const attemptId of [1, 2, 3]) {
      await boss.send('send-attempt', { attemptId }, { retryLimit: 0 })
      await expect.poll(countDeadLetters, { timeout: 15_000 }).toBe(attemptId)
    }
    const first = await readDeadLetters({ limit: 2 })
    const second = await readDeadLetters({ limit: 2, after: first.next })
    const rows = [...first.rows, ...second.rows]
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3)
    expect(rows.map(({ diedAt }) => diedAt)).toEqual(rows.map(({ diedAt }) => diedAt).toSorted((a, b) => +b - +a))
    expect(second.next).toBeNull()
    expect(rows[0]).toMatchObject({ job: 'send-attempt', item: null, error: { name: 'ZodError' } })
  })
})
