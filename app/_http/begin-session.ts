import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
import {
  startUpdateMode,
  type UpdateModeStart,
  type UpdateModeWish,
} from '#lib/features/reconnect/start-update-mode.ts'
import type { ReconnectCall } from './reconnect-route.ts'

/**
 * Begins a Link session behind a reconnect link, after asking Plaid whether the Item still needs it.
 * @throws PlaidFault; ReconnectLinkClosed
 */
export async function beginSession(
  { token, link, now }: ReconnectCall,
  wish: UpdateModeWish,
): Promise<UpdateModeStart> {
  const { item, purpose } = link
  const isRepair = purpose === 'repair'
  if (isRepair && (await refreshItem(item.id, now, askedBy('person', now))) === 'healthy') {
    return { outcome: 'already_healthy' }
  }
  return startUpdateMode(token, wish, now)
}
