import type { SandboxItem } from '../state/item.ts'
import type { PlaidErrorBody } from '../state/plaid-error.ts'

/** A webhook's body before it is written out. */
export type WebhookBody = { webhook_type: string; webhook_code: string; [field: string]: unknown }

function bodyFor(itemId: string, code: string, fields: Record<string, unknown>): WebhookBody {
  return { webhook_type: 'ITEM', webhook_code: code, item_id: itemId, ...fields, environment: 'sandbox' }
}

function itemWebhook(item: SandboxItem, code: string, fields: Record<string, unknown> = {}): WebhookBody {
  return bodyFor(item.itemId, code, fields)
}

/** Errors inside webhooks carry the HTTP status and no request_id. */
function errorInWebhook(error: PlaidErrorBody): Record<string, unknown> {
  const { error_code_reason, ...rest } = error
  return { ...rest, ...(error_code_reason === null ? {} : { error_code_reason }), status: 400 }
}

/** ITEM: ERROR for any `item_id`, known here or not. */
export function errorWebhookFor(itemId: string, error: PlaidErrorBody): WebhookBody {
  return bodyFor(itemId, 'ERROR', { error: errorInWebhook(error) })
}

/** The bodies of Plaid's ITEM webhooks. */
export const itemWebhooks = {
  error: (item: SandboxItem, error: PlaidErrorBody) => errorWebhookFor(item.itemId, error),
  loginRepaired: (item: SandboxItem) => itemWebhook(item, 'LOGIN_REPAIRED'),
  permissionRevoked: (item: SandboxItem, error: PlaidErrorBody) =>
    itemWebhook(item, 'USER_PERMISSION_REVOKED', { error: errorInWebhook(error) }),
  accountRevoked: (item: SandboxItem, accountId: string) =>
    itemWebhook(item, 'USER_ACCOUNT_REVOKED', { account_id: accountId }),
  newAccountsAvailable: (item: SandboxItem) => itemWebhook(item, 'NEW_ACCOUNTS_AVAILABLE', { error: null }),
  webhookUpdated: (item: SandboxItem, url: string) =>
    itemWebhook(item, 'WEBHOOK_UPDATE_ACKNOWLEDGED', { new_webhook_url: url, error: null }),
  disconnectAnnounced: (item: SandboxItem, disconnect: NonNullable<SandboxItem['disconnect']>) =>
    disconnect.code === 'PENDING_EXPIRATION'
      ? itemWebhook(item, 'PENDING_EXPIRATION', { consent_expiration_time: disconnect.at })
      : itemWebhook(item, 'PENDING_DISCONNECT', {
          reason: 'INSTITUTION_TOKEN_EXPIRATION',
          disconnect_time: disconnect.at,
        }),
}
