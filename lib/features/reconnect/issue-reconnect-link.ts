import { db } from '#lib/adapters/db/client.ts'
import { mintToken, tokenOfSeed } from '#lib/adapters/vault/link-token.ts'
import { dayMs } from '#lib/domain/durations.ts'
import { env } from '#lib/env.ts'

export type IssuedLink = { url: string; expiresAt: Date }

/**
 * The reconnect link of one notice: made at the first call, the same at every further one, so that a mail sent again
 * after a crash is the same mail. Links of earlier notices go on working until this notice was sent.
 * @returns null when the incident is closed, so that there is nothing to reconnect
 */
export async function issueReconnectLink(
  notice: { noticeId: string; incidentId: string },
  now: Date,
): Promise<IssuedLink | null> {
  const { noticeId, incidentId } = notice
  const open = await db().incident.findUnique({ where: { id: incidentId, closedAt: null }, select: { id: true } })
  if (!open) return null
  const { seed, tokenHash } = mintToken()
  const expiresAt = new Date(now.getTime() + env().RECONNECT_LINK_DAYS * dayMs)
  const minted = { incidentId, noticeId, seed, tokenHash, createdAt: now, expiresAt }
  // Mail and browser message of one notice may come here at the same time; both carry the link of the first.
  await db().reconnectLink.createMany({ data: [minted], skipDuplicates: true })
  const kept = await db().reconnectLink.findUniqueOrThrow({ where: { noticeId } })
  return { url: `${env().APP_URL}/reconnect/${tokenOfSeed(kept.seed)}`, expiresAt: kept.expiresAt }
}
