import { db } from '#lib/adapters/db/client.ts'
import { mintToken } from '#lib/adapters/vault/link-token.ts'
import { hourMs } from '#lib/domain/durations.ts'

// Whoever gets it is known to us and goes on at once.
const lifeMs = hourMs

/**
 * A reconnect link of no notice, for a person who is here. It leaves the links in their mails alone.
 * @returns its token
 */
export async function createDashboardLink(incidentId: string, now: Date): Promise<string> {
  const { token, seed, tokenHash } = mintToken()
  const expiresAt = new Date(now.getTime() + lifeMs)
  await db().reconnectLink.create({ data: { incidentId, seed, tokenHash, createdAt: now, expiresAt } })
  return token
}
