import { db } from '#lib/adapters/db/client.ts'
import { mintToken } from '#lib/adapters/vault/link-token.ts'
import { hourMs } from '#lib/domain/durations.ts'
import { canReconnect } from '#lib/domain/item-state.ts'

// Whoever comes from the dashboard is signed in and goes on at once.
const lifeMs = hourMs

/**
 * A reconnect link for a person who is signed in. It leaves the links in their mails alone.
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
  const { token, seed, tokenHash } = mintToken()
  const expiresAt = new Date(now.getTime() + lifeMs)
  await db().reconnectLink.create({ data: { incidentId: incident.id, seed, tokenHash, createdAt: now, expiresAt } })
  return { token }
}
