import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { recordLinkSteps, type SessionTold } from './record-link-steps.ts'

/**
 * Keeps what one of Plaid's LINK webhooks tells about a session of ours.
 * @param tokenHash of its link token: these webhooks name no Item
 * @returns the Item to ask about when the session succeeded and its incident is open still; null when it is none of ours
 */
export async function hearOfSession(
  tokenHash: string,
  told: SessionTold,
  now: Date,
): Promise<{ mendedId: string | null } | null> {
  const session = await db().linkSession.findUnique({
    where: { tokenHash },
    include: { incident: { select: { itemId: true, closedAt: true } } },
  })
  if (!session) return null
  await inTransaction((tx) => recordLinkSteps(tx, session, told, now))
  const { itemId, closedAt } = session.incident
  return { mendedId: told.end?.type === 'succeeded' && closedAt === null ? itemId : null }
}
