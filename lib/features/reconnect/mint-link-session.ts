import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { newId } from '#lib/adapters/db/new-id.ts'
import { readLanguage } from '#lib/adapters/db/read-language.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { itemHealth } from '#lib/adapters/db/views.ts'
import { createHostedLink, createUpdateModeLinkToken } from '#lib/adapters/plaid/create-link-token.ts'
import { createPublicToken } from '#lib/adapters/plaid/create-public-token.ts'
import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { hashToken } from '#lib/adapters/vault/link-token.ts'
import { open, seal } from '#lib/adapters/vault/sealed.ts'
import { minuteMs } from '#lib/domain/durations.ts'
import { lookUpError } from '#lib/domain/error-class.ts'
import type { UpdateModeNeed } from '#lib/domain/error-table.ts'
import type { UpdatePath } from '#lib/domain/update-path.ts'
import { env } from '#lib/env.ts'
import type { UsableLink } from './find-reconnect-link.ts'

/** A Link session to start: its token, and for a hosted one Plaid's page. */
export type StartedSession = {
  linkSessionId: string
  path: UpdatePath
  token: string
  expiresAt: Date
  url: string | null
}

type Minted = { token: string; expiresAt: Date; requestId: string; url: string | null }

// Who gets a token must have time to use it.
const leastLifeMs = 2 * minuteMs
const firstPollMs = 30_000

/**
 * The session that this link has begun and not ended, so that a page that was loaded anew, or a second click, goes on
 * with the same token.
 */
export async function findRunningSession(linkId: string, path: UpdatePath, now: Date): Promise<StartedSession | null> {
  const session = await db().linkSession.findFirst({
    where: { reconnectLinkId: linkId, path, endedAt: null, expiresAt: { gt: new Date(now.getTime() + leastLifeMs) } },
    orderBy: { startedAt: 'desc' },
  })
  if (!session) return null
  const { id, sealedToken, sealedUrl, expiresAt } = session
  return {
    linkSessionId: id,
    path,
    expiresAt,
    token: open(sealedToken, id),
    url: sealedUrl === null ? null : open(sealedUrl, id),
  }
}

/**
 * Begins a Link session in update mode: mints its token in the person's language and records it.
 * @throws PlaidFault
 */
export async function mintLinkSession(link: UsableLink, path: UpdatePath, now: Date): Promise<StartedSession> {
  const minted = await mint(link, path, now)
  const id = newId()
  const { item, incident, linkId } = link
  await inTransaction(async (tx) => {
    await tx.linkSession.create({
      data: {
        id,
        incidentId: incident.id,
        reconnectLinkId: linkId,
        path,
        tokenHash: hashToken(minted.token),
        sealedToken: seal(minted.token, id),
        sealedUrl: minted.url === null ? null : seal(minted.url, id),
        startedAt: now,
        expiresAt: minted.expiresAt,
      },
    })
    const place = { itemId: item.id, incidentId: incident.id, at: now }
    const fact = { kind: 'update_mode_started', requestId: minted.requestId, path } as const
    await recordHistory(tx, place, fact)
    // Plaid's webhooks tell how a hosted session went; the question is for those that never come.
    if (path === 'hosted') {
      await enqueue(tx, 'poll-link-session', { linkSessionId: id }, new Date(now.getTime() + firstPollMs))
    }
  })
  const { token, expiresAt, url } = minted
  return { linkSessionId: id, path, token, expiresAt, url }
}

async function mint(link: UsableLink, path: UpdatePath, now: Date): Promise<Minted> {
  const { item } = link
  if (path === 'public_token') {
    const { publicToken, ...rest } = await createPublicToken(item, now)
    return { ...rest, token: publicToken, url: null }
  }
  const person = { clientUserId: item.userId, language: await readLanguage(item.userId) }
  if (path === 'embedded') {
    const { linkToken, ...rest } = await createUpdateModeLinkToken(person, item, needOf(link))
    return { ...rest, token: linkToken, url: null }
  }
  const urls = { completionUrl: `${env().APP_URL}/link/done`, webhookUrl: webhookUrl() }
  const { linkToken, hostedUrl, ...rest } = await createHostedLink(person, item, needOf(link), urls)
  return { ...rest, token: linkToken, url: hostedUrl }
}

/** Accounts that were left out come back by choosing anew (plaid.com/docs/link/update-mode). */
function needOf({ purpose, item }: UsableLink): UpdateModeNeed {
  if (purpose === 'share_again') return 'account_selection'
  const { error } = itemHealth(item)
  return (error && lookUpError(error).updateMode) ?? 'plain'
}
