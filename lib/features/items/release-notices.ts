import { inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { spreadOf } from '#lib/adapters/db/spread-of.ts'
import { enqueue, enqueueAll } from '#lib/adapters/queue/queue.ts'
import { releaseAt } from '#lib/domain/outage.ts'

const mostReleased = 500

/**
 * Lets notices go that an outage of their institution held, each at its own moment of the next hour: one page, and the
 * job for the next page with it. After a large outage no transaction has more to do than that.
 */
export function releaseNotices(institutionId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const isBack = await tx.institution.count({ where: { id: institutionId, downSince: null } })
    if (isBack === 0) return
    const held = await tx.notice.findMany({
      where: { state: 'pending', messageId: null, waitsFor: 'outage', incident: { item: { institutionId } } },
      orderBy: { id: 'asc' },
      take: mostReleased,
      select: { id: true, userId: true, dueAt: true, incident: { select: { itemId: true } } },
    })
    const freed = held.map(({ dueAt, incident, ...notice }) => {
      const at = releaseAt(now, spreadOf(incident.itemId))
      return { ...notice, dueAt: dueAt > at ? dueAt : at }
    })
    await free(tx, freed)
    await enqueueAll(
      tx,
      'tell-person',
      freed.map(({ userId }) => ({ userId })),
      (index) => freed[index]?.dueAt,
    )
    if (held.length === mostReleased) await enqueue(tx, 'release-notices', { institutionId })
  })
}

async function free(tx: Transaction, notices: { id: string; dueAt: Date }[]): Promise<void> {
  const ids = notices.map(({ id }) => id)
  const dueAts = notices.map(({ dueAt }) => dueAt.toISOString())
  await tx.$executeRaw`
    UPDATE notices SET due_at = freed.due_at, waits_for = NULL
    FROM unnest(${ids}::text[], ${dueAts}::text[]::timestamptz[]) AS freed (id, due_at)
    WHERE notices.id = freed.id AND state = 'pending' AND waits_for = 'outage'`
}
