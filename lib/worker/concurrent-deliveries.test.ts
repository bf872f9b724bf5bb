import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { carryOut } from '#lib/features/items/carry-out.ts'
import { deliver, itemErrorBody, linkedItem, settled, startWorker, stopRelink } from '../../scripts/testing/relink.ts'
import { sandboxClient } from '../../scripts/testing/sandbox-client.ts'

const sandbox = sandboxClient()
const script = fileURLToPath(new URL('../../scripts/testing/apply-deliveries.ts', import.meta.url))
const uniqueViolation = '23505'
const processCount = 4
const Results = z.array(z.string())

afterAll(stopRelink)

describe('twenty copies of one webhook, handled at once in four processes', () => {
  it('make one question, one incident and one notice', async () => {
    const { itemId, plaidItemId, email } = await linkedItem()
    await sandbox.breakItem(plaidItemId, { silent: true })
    const body = itemErrorBody(plaidItemId)
    for (let copy = 0; copy < 20; copy++) expect(await deliver(body)).toBe(200)
    const deliveries = await db().webhookDelivery.findMany({ where: { plaidItemId }, select: { id: true } })
    expect(deliveries).toHaveLength(20)

    const shares = Array.from({ length: processCount }, (_, index) =>
      deliveries.filter((_delivery, at) => at % processCount === index).map(({ id }) => id),
    )
    const results = await handleAtOnce(shares)
    expect(results).toEqual(deliveries.map(() => 'done'))
    // Linking had asked once.
    expect((await sandbox.calls()).byItem[plaidItemId]?.['/item/get']).toBe(2)
    expect(await db().incident.findMany({ where: { itemId } })).toMatchObject([{ closedAt: null }])
    expect(await db().notice.findMany({ where: { incident: { itemId } } })).toMatchObject([{ kind: 'broken' }])

    // The twenty jobs are all still there, and a worker does them once more.
    await startWorker()
    await settled()
    expect(await db().webhookDelivery.count({ where: { plaidItemId, outcome: 'applied' } })).toBe(20)
    expect(await db().incident.count({ where: { itemId } })).toBe(1)
    expect(await sandbox.mails(email)).toHaveLength(1)
  }, 60_000)
})

describe('the database', () => {
  it('refuses a second open incident of one Item, whoever asks for it', async () => {
    const { itemId } = await linkedItem()
    const open = () => db().$executeRaw`
      INSERT INTO incidents (id, item_id, opened_at) VALUES (gen_random_uuid()::text, ${itemId}, now())`
    expect(await open()).toBe(1)
    await expect(open()).rejects.toThrow(uniqueViolation)
    await expect(open()).rejects.toThrow('one_open_incident_per_item')
    await db().incident.updateMany({ where: { itemId }, data: { closedAt: new Date(), closedReason: 'repaired_here' } })
    expect(await open()).toBe(1)
  })
})

describe('two transactions that open an incident for one Item at once', () => {
  it('are one too many for the database', async () => {
    const { itemId, userId } = await linkedItem()
    const place = { itemId, userId, institutionId: null, endsAt: null, at: new Date() }
    const bothHaveBegun = Promise.withResolvers<void>()
    let begun = 0
    const open = () =>
      inTransaction(async (tx) => {
        await tx.item.findUnique({ where: { id: itemId } })
        begun += 1
        if (begun === 2) bothHaveBegun.resolve()
        await bothHaveBegun.promise
        await carryOut(tx, { type: 'open_incident' }, place)
      })
    const outcomes = await Promise.allSettled([open(), open()])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes).toContainEqual(expect.objectContaining({ reason: expect.objectContaining({ code: 'P2002' }) }))
    expect(await db().incident.count({ where: { itemId, closedAt: null } })).toBe(1)
  })
})

/** Gives each process its share; all begin when the last one is ready. */
async function handleAtOnce(shares: string[][]): Promise<string[]> {
  // The settings come with the environment; the test runner's own switches are not for a plain process.
  const children = shares.map((share) =>
    fork(script, share, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
  )
  await Promise.all(children.map(nextMessage))
  const results = children.map(nextMessage)
  for (const child of children) child.send('go')
  return Results.parse((await Promise.all(results)).flat())
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('a process ended without a word'))),
  ])
  return message
}
