import type { Sandbox } from '../sandbox.ts'
import type { SandboxItem } from '../state/item.ts'
import { itemWebhooks } from '../webhooks/item-webhooks.ts'
import { sendItemWebhook } from '../webhooks/send-webhook.ts'
import { requireLiveItem } from './find.ts'

const dayMs = 24 * 60 * 60 * 1000

export type Announcement = { days?: number; code?: 'PENDING_DISCONNECT' | 'PENDING_EXPIRATION'; silent?: boolean }

/** Says that the Item will stop working; it still works. */
export function announceDisconnect(sandbox: Sandbox, itemId: string, announcement: Announcement = {}): SandboxItem {
  const item = requireLiveItem(sandbox, itemId)
  const { days = 7, code = 'PENDING_DISCONNECT', silent = false } = announcement
  const at = new Date(sandbox.now().getTime() + days * dayMs).toISOString()
  item.disconnect = { code, at }
  // PENDING_EXPIRATION is about the consent itself; PENDING_DISCONNECT leaves its time as it is.
  if (code === 'PENDING_EXPIRATION') item.consentExpirationTime = at
  sandbox.store.changed()
  if (!silent) sendItemWebhook(sandbox, item, itemWebhooks.disconnectAnnounced(item, item.disconnect))
  return item
}
