import { db } from '#lib/adapters/db/client.ts'
import { hashToken } from '#lib/adapters/vault/link-token.ts'
import { linkPurpose, type ReconnectLinkState, reconnectLinkState } from '#lib/domain/reconnect-link.ts'

// 32 bytes in base64url; anything else is a mistyped link and asks nothing of the database.
const tokenForm = /^[A-Za-z0-9_-]{43}$/

/** A reconnect link with its incident and Item, and what it is worth now. Null when no such link was ever made. */
export async function findReconnectLink(token: string, now: Date) {
  if (!tokenForm.test(token)) return null
  const link = await db().reconnectLink.findUnique({
    where: { tokenHash: hashToken(token) },
    include: {
      incident: {
        include: {
          item: {
            include: {
              accounts: { where: { goneAt: null }, orderBy: { name: 'asc' } },
              institution: { select: { primaryColor: true, hasLogo: true, url: true } },
              user: { select: { name: true } },
            },
          },
        },
      },
    },
  })
  if (!link) return null
  const { incident } = link
  return {
    linkId: link.id,
    expiresAt: link.expiresAt,
    incident,
    item: incident.item,
    state: reconnectLinkState(link, now),
    purpose: linkPurpose(link, incident.item.state, now),
  }
}

export type FoundLink = NonNullable<Awaited<ReturnType<typeof findReconnectLink>>>

/** A reconnect link that cannot be used (any more). `state` says why; `unknown` when it was never made. */
export class ReconnectLinkClosed extends Error {
  override name = 'ReconnectLinkClosed'
  readonly state: Exclude<ReconnectLinkState, 'open'> | 'unknown'

  constructor(state: Exclude<ReconnectLinkState, 'open'> | 'unknown') {
    super(`reconnect link is ${state}`)
    this.state = state
  }
}

/**
 * The link behind a token, when it may be used now: to repair, or to share accounts again right after the repair.
 * @throws ReconnectLinkClosed
 */
export async function requireUsableLink(token: string, now: Date) {
  const found = await findReconnectLink(token, now)
  if (!found) throw new ReconnectLinkClosed('unknown')
  const { purpose, state, ...rest } = found
  if (purpose) return { ...rest, purpose }
  throw new ReconnectLinkClosed(state === 'open' ? 'expired' : state)
}

/** As `requireUsableLink`, for what makes sense before the repair only. */
export async function requireOpenLink(token: string, now: Date) {
  const found = await requireUsableLink(token, now)
  if (found.purpose !== 'repair') throw new ReconnectLinkClosed('used')
  return found
}

export type UsableLink = Awaited<ReturnType<typeof requireUsableLink>>
