import { canReconnect } from '#lib/domain/item-state.ts'
import { updatePathFor } from '#lib/domain/update-path.ts'
import { env } from '#lib/env.ts'
import { requireOpenLink, requireUsableLink } from './find-reconnect-link.ts'
import { findRunningSession, mintLinkSession, type StartedSession } from './mint-link-session.ts'

export type UpdateModeStart =
  | ({ outcome: 'started' } & StartedSession)
  | { outcome: 'already_healthy' }
  | { outcome: 'cannot_reconnect' }

/**
 * `isSpent`: Link has refused the token that this page had; `wantsHosted`: Link's script does not load here;
 * `sharesAgain`: the repair is proved, and the person wants back what they left out.
 */
export type UpdateModeWish = { isSpent: boolean; wantsHosted: boolean; sharesAgain: boolean }

/**
 * Begins the Link session behind the "Continue" button, or goes on with the one that is under way. Call `refreshItem`
 * first, so that an Item that was repaired elsewhere meanwhile opens no Link.
 * @throws ReconnectLinkClosed; PlaidFault
 */
export async function startUpdateMode(token: string, wish: UpdateModeWish, now: Date): Promise<UpdateModeStart> {
  const link = wish.sharesAgain ? await requireUsableLink(token, now) : await requireOpenLink(token, now)
  if (link.purpose === 'repair') {
    if (link.item.state === 'healthy') return { outcome: 'already_healthy' }
    if (!canReconnect(link.item.state)) return { outcome: 'cannot_reconnect' }
  }
  const { RECONNECT_MODE: reconnectMode, UPDATE_TOKEN: updateToken } = env()
  const path = updatePathFor({ reconnectMode, updateToken }, wish.wantsHosted)
  const running = wish.isSpent ? null : await findRunningSession(link.linkId, path, now)
  return { outcome: 'started', ...(running ?? (await mintLinkSession(link, path, now))) }
}
