import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { hourMs, minuteMs } from '#lib/domain/durations.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { stopRelink } from '../../../scripts/testing/relink.ts'

// No worker runs here: the test does the jobs that are left.
const institutionId = 'ins_sandbox_2'
const count = 1_300

afterAll(stopRelink)

/** A bank that was down for an hour, and the notices that it held back. */
async function heldNotices(now: Date): Promise<void> {
  const before = new Date(now.getTime() - hourMs)
  const downSince = before
  await db().institution.create({ data: { id: institutionId, name: 'Tartan Bank', refreshedAt: before, downSince } })
  const { id: userId } = await db().user.create({ data: { email: 'many@example.org' } })
  const ids = Array.from({ length: count }, () => randomUUID())
  const bank = { institutionId, institutionName: 'Tartan Bank', sealedAccessToken: 'none' }
  await db().item.createMany({
    data: ids.map((id) => ({ id, plaidItemId: id, userId, ...bank, state: 'login_required', stateSince: before })),
  })
  await db().incident.createMany({ data: ids.map((id) => ({ id, itemId: id, openedAt: before })) })
  const notice = { userId, kind: 'broken', anchorAt: before, dueAt: before, waitsFor: 'outage' }
  await db().notice.createMany({ data: ids.map((incidentId) => ({ incidentId, ...notice })) })
}

function jobsLeft(name: string) {
  return db().$queryRaw<{ start_after: Date }[]>`SELECT start_after FROM pgboss.job WHERE name = ${name} ORDER BY 1`
}

it('the end of a large outage lets its notices go page by page, each with its job and at its own moment', async () => {
  const now = new Date()
  await heldNotices(now)
  await handlers['check-institution']({ institutionId }, now)
  expect(await db().institution.findUnique({ where: { id: institutionId } })).toMatchObject({ downSince: null })
  const left: number[] = []
  for (let job = 0; job < 3; job++) {
    await handlers['release-notices']({ institutionId }, now)
    left.push(await db().notice.count({ where: { waitsFor: 'outage' } }))
  }
  expect(left).toEqual([800, 300, 0])

  const dueAts = (await db().notice.findMany({ orderBy: { dueAt: 'asc' } })).map(({ dueAt }) => dueAt)
  expect(dueAts[0]?.getTime()).toBeGreaterThanOrEqual(now.getTime())
  expect(Number(dueAts.at(-1)) - now.getTime()).toBeLessThanOrEqual(hourMs)
  const median = Number(dueAts[count / 2]) - now.getTime()
  expect(Math.abs(median - 30 * minuteMs)).toBeLessThan(5 * minuteMs)
  expect((await jobsLeft('tell-person')).map(({ start_after }) => start_after)).toEqual(dueAts)
  // One from the check, one for who decided while it ran, and one from each full page.
  expect(await jobsLeft('release-notices')).toHaveLength(2 + 2)
})
