import {
  type AccountView,
  accountView,
  type InstitutionView,
  institutionView,
  itemHealth,
} from '#lib/adapters/db/views.ts'
import { classifyError, type ErrorClass } from '#lib/domain/error-class.ts'
import type { ItemError, ItemState } from '#lib/domain/item-state.ts'
import { type FoundLink, findReconnectLink } from './find-reconnect-link.ts'

export type OpenReconnectPage = {
  /** `repaired`: by this link, a moment ago. Plaid can tell us so before its page has sent the person back to the proof. */
  state: 'open' | 'repaired'
  institution: InstitutionView
  itemState: ItemState
  error: ItemError | null
  errorClass: ErrorClass | null
  /** The bank's own site, as Plaid knows it. */
  institutionUrl: string | null
  brokenSince: Date
  lastUpdateAt: Date | null
  /** When access ends, while it still works. */
  endsAt: Date | null
  linkExpiresAt: Date
  accounts: AccountView[]
  personName: string | null
  userId: string
  /** Until when the person wants to hear nothing about it; null when that is over, too. */
  quietUntil: Date | null
}

export type ReconnectPage =
  | OpenReconnectPage
  | { state: 'healthy'; institution: InstitutionView }
  | { state: 'expired' | 'superseded' | 'used' | 'unknown' }

/** Whose a reconnect link is, whatever it is worth; null for one that was never made. */
export async function readLinkOwner(token: string, now: Date): Promise<string | null> {
  return (await findReconnectLink(token, now))?.item.userId ?? null
}

/** What the reconnect page shows for a token. Reads only: mail scanners open links, and that must change nothing. */
export async function readReconnectPage(token: string, now: Date): Promise<ReconnectPage> {
  const found = await findReconnectLink(token, now)
  if (!found) return { state: 'unknown' }
  if (found.state === 'open') return openPage(found, now)
  // An old link names no bank and no person: whoever finds it in a mailbox years later learns nothing.
  const isFresh = found.expiresAt.getTime() > now.getTime()
  if (found.purpose === 'share_again') return repairedPage(found, now)
  if (found.state === 'used' && isFresh && found.item.state === 'healthy') {
    return { state: 'healthy', institution: institutionView(found.item) }
  }
  return { state: isFresh ? found.state : 'expired' }
}

function openPage({ item, incident, expiresAt }: FoundLink, now: Date): OpenReconnectPage {
  const { state, error } = itemHealth(item)
  return {
    state: 'open',
    institution: institutionView(item),
    itemState: state,
    error,
    errorClass: error ? classifyError(error) : null,
    institutionUrl: item.institution?.url ?? null,
    brokenSince: incident.openedAt,
    lastUpdateAt: item.lastUpdateAt,
    endsAt: state === 'disconnecting_soon' ? item.expiresAt : null,
    linkExpiresAt: expiresAt,
    accounts: item.accounts.map(accountView),
    personName: item.user.name,
    userId: item.userId,
    quietUntil: incident.quietUntil && incident.quietUntil > now ? incident.quietUntil : null,
  }
}

/** Names no account: who only finds the link learns no more than that this bank works. */
function repairedPage(found: FoundLink, now: Date): OpenReconnectPage {
  return { ...openPage(found, now), state: 'repaired', accounts: [], lastUpdateAt: null, quietUntil: null }
}
