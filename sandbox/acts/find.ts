import { findInstitution, type Institution } from '../institutions/list.ts'
import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { SandboxItem } from '../state/item.ts'
import type { LinkSession, LinkToken } from '../state/link.ts'

/** The Item with this `item_id`, removed ones included; refuses with ITEM_NOT_FOUND. */
export function requireItem(sandbox: Sandbox, itemId: string): SandboxItem {
  const item = sandbox.store.state.items[itemId]
  if (!item) throw refuse('ITEM_NOT_FOUND')
  return item
}

/** The Item, unless it was removed; refuses with ITEM_NOT_FOUND. */
export function requireLiveItem(sandbox: Sandbox, itemId: string): SandboxItem {
  const item = requireItem(sandbox, itemId)
  if (item.removed) throw refuse('ITEM_NOT_FOUND')
  return item
}

/** The institution; refuses with INVALID_INSTITUTION. */
export function requireInstitution(institutionId: string): Institution {
  const institution = findInstitution(institutionId)
  if (!institution) throw refuse('INVALID_INSTITUTION')
  return institution
}

export function isInstitutionDown(sandbox: Sandbox, institutionId: string): boolean {
  return sandbox.store.state.downInstitutionIds.includes(institutionId)
}

/** A link token that still starts a session; refuses with INVALID_LINK_TOKEN when it expired, died or never was. */
export function requireLinkToken(sandbox: Sandbox, linkToken: string): LinkToken {
  const found = sandbox.store.state.linkTokens[linkToken]
  if (!found || found.dead || new Date(found.expiresAt) <= sandbox.now()) throw refuse('INVALID_LINK_TOKEN')
  return found
}

/** A session that is under way, with its living link token; refuses with INVALID_LINK_TOKEN. */
export function requireLinkSession(
  sandbox: Sandbox,
  linkSessionId: string,
): { session: LinkSession; linkToken: LinkToken } {
  const session = sandbox.store.state.linkSessions[linkSessionId]
  if (!session) throw refuse('INVALID_LINK_TOKEN', { error_message: 'this link session does not exist' })
  return { session, linkToken: requireLinkToken(sandbox, session.linkToken) }
}
