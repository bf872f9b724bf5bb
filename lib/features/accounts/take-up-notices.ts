import type { Transaction } from '#lib/adapters/db/client.ts'

const unreachable = { startsWith: 'unreachable_' }

/**
 * Takes back from support what a person could not be told of, since they can be reached again: the step that was
 * dropped waits once more, and its schedule goes on from there. Whether it is still true is asked before it goes.
 */
export async function takeUpNotices(tx: Transaction, userId: string): Promise<void> {
  const open = { closedAt: null, stoppedAt: null, notices: { none: { state: 'pending' as const } } }
  const dropped = await tx.notice.findMany({
    where: { userId, state: 'dropped', reason: unreachable, incident: open },
    orderBy: { createdAt: 'desc' },
    distinct: ['incidentId'],
    select: { id: true, incidentId: true },
  })
  await tx.notice.updateMany({
    where: { id: { in: dropped.map(({ id }) => id) } },
    data: { state: 'pending', reason: null, settledAt: null },
  })
  await tx.incident.updateMany({
    where: { id: { in: dropped.map(({ incidentId }) => incidentId) }, handedOverReason: unreachable },
    data: { handedOverAt: null, handedOverReason: null },
  })
}
