import { db, inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { spreadOf } from '#lib/adapters/db/spread-of.ts'
import { getInstitutionStatus, type LoginBreakdown } from '#lib/adapters/plaid/get-institution-status.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { enqueue, enqueueAll } from '#lib/adapters/queue/queue.ts'
import { isDown, nextStatusCheck, releaseAt, sightingLastsMs, statusOf } from '#lib/domain/outage.ts'
import { log } from '#lib/log.ts'

const mostReleased = 500
// Sightings of one outage come in swarms: one question answers them all.
const freshMs = 60_000

/**
 * Decides whether an institution is down, from what was seen through its Items and from what Plaid says. While it is,
 * notices about its Items wait and the question is asked again; when it is back they are let go, spread over time.
 */
export async function checkInstitution(institutionId: string, now: Date): Promise<void> {
  const institution = await db().institution.findUnique({ where: { id: institutionId } })
  if (!institution) return
  const { downSince, statusCheckedAt } = institution
  // A bank that is down is asked about at its own pace, by the job that was left for it.
  if (downSince && statusCheckedAt && now < nextStatusCheck(statusCheckedAt)) return
  const sightings = await db().outageSighting.findMany({
    where: { institutionId, seenAt: { gt: new Date(now.getTime() - sightingLastsMs) } },
    orderBy: { seenAt: 'desc' },
    take: 20,
  })
  const isFresh = statusCheckedAt !== null && now.getTime() - statusCheckedAt.getTime() < freshMs
  const down = isDown(sightings, isFresh ? null : statusOf(await askStatus(institutionId)), now)
  await inTransaction(async (tx) => {
    await tx.institution.update({
      where: { id: institutionId },
      data: { downSince: down ? (downSince ?? now) : null, ...(!isFresh && { statusCheckedAt: now }) },
    })
    if (down) await enqueue(tx, 'check-institution', { institutionId }, nextStatusCheck(now))
    if (!down && downSince) await release(tx, institutionId, now)
  })
}

/** Plaid's figures; null also when Plaid does not answer, so that what was seen decides alone. */
async function askStatus(institutionId: string): Promise<LoginBreakdown | null> {
  try {
    return await getInstitutionStatus(institutionId)
  } catch (fault) {
    if (!(fault instanceof PlaidFault)) throw fault
    log.warn({ institutionId, errorCode: fault.code }, 'items: no status of the institution')
    return null
  }
}

/** Lets the institution's notices go, each at its own moment of the next hour. */
async function release(tx: Transaction, institutionId: string, now: Date): Promise<void> {
  let after: Held | undefined
  do {
    const held = await readHeld(tx, institutionId, after)
    const freed = held.map(({ id, userId, itemId, dueAt }) => {
      const at = releaseAt(now, spreadOf(itemId))
      return { id, userId, dueAt: dueAt > at ? dueAt : at }
    })
    await tx.$executeRaw`
      UPDATE notices SET due_at = freed.due_at, waits_for = NULL
      FROM unnest(${freed.map(({ id }) => id)}::text[], ${freed.map(({ dueAt }) => dueAt)}::timestamptz[])
        AS freed (id, due_at)
      WHERE notices.id = freed.id`
    await enqueueAll(
      tx,
      'tell-person',
      freed.map(({ userId }) => ({ userId })),
      (index) => freed[index]?.dueAt,
    )
    after = held.length === mostReleased ? held.at(-1) : undefined
  } while (after)
}

type Held = { id: string; userId: string; dueAt: Date; itemId: string; incidentId: string; kind: string }

/** The next notices that wait, in the order of the index that has those and nothing else. */
function readHeld(tx: Transaction, institutionId: string, after: Held | undefined): Promise<Held[]> {
  return tx.$queryRaw<Held[]>`
    SELECT notices.id, notices.user_id AS "userId", due_at AS "dueAt", item_id AS "itemId",
      incident_id AS "incidentId", kind
    FROM notices JOIN incidents ON incidents.id = incident_id JOIN items ON items.id = item_id
    WHERE notices.state = 'pending' AND message_id IS NULL AND institution_id = ${institutionId}
      AND (incident_id, kind) > (${after?.incidentId ?? ''}, ${after?.kind ?? ''})
    ORDER BY incident_id, kind LIMIT ${mostReleased}`
}
