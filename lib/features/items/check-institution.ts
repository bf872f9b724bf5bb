import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { getInstitutionStatus, type LoginBreakdown } from '#lib/adapters/plaid/get-institution-status.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { minuteMs } from '#lib/domain/durations.ts'
import { isDown, nextStatusCheck, sightingLastsMs, statusOf } from '#lib/domain/outage.ts'
import { log } from '#lib/log.ts'

// Sightings of one outage come in swarms: one question answers them all.
const freshMs = minuteMs

/**
 * Decides whether an institution is down, from what was seen through its Items and from what Plaid says. While it is,
 * notices about its Items wait and the question is asked again; when it is back a job lets them go.
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
    if (down || !downSince) return
    await enqueue(tx, 'release-notices', { institutionId })
    // Who decided about a person in this very moment has still seen it down, and has held what is theirs.
    await enqueue(tx, 'release-notices', { institutionId }, nextStatusCheck(now))
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
