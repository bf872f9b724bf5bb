import { db } from '#lib/adapters/db/client.ts'
import { canReconnect } from '#lib/domain/item-state.ts'
import { createDashboardLink } from './create-dashboard-link.ts'

/**
 * A reconnect link for a person who is signed in.
 * @returns null when the Item is not theirs or has nothing to reconnect
 */
export async function startFromDashboard(
  input: { itemId: string; userId: string },
  now: Date,
): Promise<{ token: string } | null> {
  const incident = await db().incident.findFirst({
    where: { closedAt: null, item: { id: input.itemId, userId: input.userId } },
    include: { item: { select: { state: true } } },
  })
  if (!incident || !canReconnect(incident.item.state)) return null
  return { token: await createDashboardLink(incident.id, now) }
}
