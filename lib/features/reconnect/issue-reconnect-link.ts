import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { mintToken, tokenOfSeed } from '#lib/adapters/vault/link-token.ts'
import { dayMs } from '#lib/domain/durations.ts'
import { env } from '#lib/env.ts'

export type IssuedLink = { url: string; expiresAt: Date }

/**
 * The reconnect link of one notice: made at the first call, the same at every further one, so that a mail sent again
 * after a crash is the same mail. A new link supersedes those of earlier notices of the incident.
 * @returns null when the incident is closed, so that there is nothing to reconnect
 */
export async function issueReconnectLink(
  notice: { noticeId: string; incidentId: string },
  now: Date,
): Promise<IssuedLink | null> {
  const { noticeId, incidentId } = notice
  const made = await db().reconnectLink.findUnique({ where: { noticeId } })
  if (made) return { url: reconnectLinkUrl(tokenOfSeed(made.seed)), expiresAt: made.expiresAt }
  const { token, seed, tokenHash } = mintToken()
  const expiresAt = new Date(now.getTime() + env().RECONNECT_LINK_DAYS * dayMs)
  return inTransaction(async (tx) => {
    const open = await tx.incident.findFirst({ where: { id: incidentId, closedAt: null }, select: { id: true } })
    if (!open) return null
    await tx.reconnectLink.updateMany({
      where: { incidentId, closedAt: null, noticeId: { not: null } },
      data: { closedAt: now, closedReason: 'superseded' },
    })
    await tx.reconnectLink.create({ data: { incidentId, noticeId, seed, tokenHash, createdAt: now, expiresAt } })
    return { url: reconnectLinkUrl(token), expiresAt }
  })
}

/** The address of the reconnect page for a token. */
function reconnectLinkUrl(token: string): string {
  return `${env().APP_URL}/reconnect/${token}`
}
