import type { Sandbox } from '../sandbox.ts'
import type { SandboxItem } from '../state/item.ts'
import { itemWebhooks } from '../webhooks/item-webhooks.ts'
import { sendItemWebhook } from '../webhooks/send-webhook.ts'
import { consentEnd } from './create-item.ts'
import { requireInstitution, requireLiveItem } from './find.ts'

function makeHealthy(sandbox: Sandbox, item: SandboxItem): void {
  const now = sandbox.now()
  item.error = null
  item.disconnect = null
  item.consentExpirationTime = consentEnd(requireInstitution(item.institutionId), now)
  item.lastSuccessfulUpdate = now.toISOString()
  sandbox.store.changed()
}

/**
 * The person went through update mode in our own app: healthy, consent renewed, and no webhook,
 * because Plaid promises LOGIN_REPAIRED only for repairs elsewhere.
 */
export function completeUpdateMode(sandbox: Sandbox, itemId: string, selectedAccountIds?: string[]): SandboxItem {
  const item = requireLiveItem(sandbox, itemId)
  if (selectedAccountIds) {
    item.sharedAccountIds = item.accounts
      .map((account) => account.accountId)
      .filter((accountId) => selectedAccountIds.includes(accountId))
  }
  makeHealthy(sandbox, item)
  return item
}

/** The person repaired the Item in another app: healthy, with LOGIN_REPAIRED. */
export function repairItem(sandbox: Sandbox, itemId: string, { silent = false } = {}): SandboxItem {
  const item = requireLiveItem(sandbox, itemId)
  makeHealthy(sandbox, item)
  if (!silent) sendItemWebhook(sandbox, item, itemWebhooks.loginRepaired(item))
  return item
}
