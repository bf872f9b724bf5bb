import { db } from '#lib/adapters/db/client.ts'
import { canReconnect, itemStates } from '#lib/domain/item-state.ts'
import { createDashboardLink } from './create-dashboard-link.ts'

/** Another bank of the same person that waits for them, with a link to go on at once; `more` is how many wait besides. */
export type NextBank = { token: string; institutionName: string; more: number }

const states = itemStates.filter(canReconnect)

/**
 * The person has just proved that they are who they are, by their bank's sign-in: the next of their broken banks, those
 * with the oldest trouble first. Whom they stopped sharing on purpose is left alone.
 */
export async function startNextBank(userId: string, now: Date): Promise<NextBank | null> {
  const where = {
    closedAt: null,
    item: { userId, state: { in: states.filter((state) => state !== 'access_revoked') } },
  }
  const [incident, count] = await Promise.all([
    db().incident.findFirst({
      where,
      orderBy: { openedAt: 'asc' },
      include: { item: { select: { institutionName: true } } },
    }),
    db().incident.count({ where }),
  ])
  if (!incident) return null
  const token = await createDashboardLink(incident.id, now)
  return { token, institutionName: incident.item.institutionName, more: count - 1 }
}
