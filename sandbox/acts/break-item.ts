import { plaidError } from '../plaid/error-catalogue.ts'
import type { Sandbox } from '../sandbox.ts'
import type { SandboxItem } from '../state/item.ts'
import { itemWebhooks } from '../webhooks/item-webhooks.ts'
import { sendItemWebhook } from '../webhooks/send-webhook.ts'
import { requireItem, requireLiveItem } from './find.ts'

export type Breakage = { errorCode?: string; errorCodeReason?: string | null; silent?: boolean }

/** Puts the Item into an error state and, unless silent, sends ITEM: ERROR. */
export function breakItem(sandbox: Sandbox, itemId: string, breakage: Breakage = {}): SandboxItem {
  const item = requireLiveItem(sandbox, itemId)
  const { errorCode = 'ITEM_LOGIN_REQUIRED', errorCodeReason = null, silent = false } = breakage
  item.error = plaidError(errorCode, { error_code_reason: errorCodeReason })
  item.disconnect = null
  item.lastFailedUpdate = sandbox.now().toISOString()
  sandbox.store.changed()
  if (!silent) sendItemWebhook(sandbox, item, itemWebhooks.error(item, item.error))
  return item
}

/** The person withdrew consent. */
export function revokeItem(sandbox: Sandbox, itemId: string, { silent = false } = {}): SandboxItem {
  const item = requireLiveItem(sandbox, itemId)
  item.error = plaidError('USER_PERMISSION_REVOKED')
  item.disconnect = null
  item.lastFailedUpdate = sandbox.now().toISOString()
  sandbox.store.changed()
  if (!silent) sendItemWebhook(sandbox, item, itemWebhooks.permissionRevoked(item, item.error))
  return item
}

/** The Item is gone at Plaid: every later call answers ITEM_NOT_FOUND. */
export function removeItem(sandbox: Sandbox, itemId: string): SandboxItem {
  const item = requireItem(sandbox, itemId)
  item.removed = true
  sandbox.store.changed()
  return item
}
