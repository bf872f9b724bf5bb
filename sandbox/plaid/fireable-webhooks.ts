import type { SandboxItemFireWebhookRequestWebhookCodeEnum } from 'plaid'
import { z } from 'zod'
import type { SandboxItem } from '../state/item.ts'
import type { Product } from '../state/plaid-words.ts'
import { itemWebhooks, type WebhookBody } from '../webhooks/item-webhooks.ts'
import { plaidError } from './error-catalogue.ts'

/** What /sandbox/item/fire_webhook can send. No PENDING_EXPIRATION, and ERROR is the one of Assets, as at Plaid. */
export const fireableCodeSchema = z.enum([
  'DEFAULT_UPDATE',
  'NEW_ACCOUNTS_AVAILABLE',
  'SMS_MICRODEPOSITS_VERIFICATION',
  'AUTHORIZATION_GRANTED',
  'USER_PERMISSION_REVOKED',
  'USER_ACCOUNT_REVOKED',
  'PENDING_DISCONNECT',
  'RECURRING_TRANSACTIONS_UPDATE',
  'LOGIN_REPAIRED',
  'SYNC_UPDATES_AVAILABLE',
  'PRODUCT_READY',
  'ERROR',
] as const satisfies readonly `${SandboxItemFireWebhookRequestWebhookCodeEnum}`[])

export type FireableCode = z.infer<typeof fireableCodeSchema>
type Fireable = { body: WebhookBody; product: Product | null }

const weekMs = 7 * 24 * 60 * 60 * 1000

const productWebhooks: Partial<Record<FireableCode, { type: string; product: Product; fields?: object }>> = {
  DEFAULT_UPDATE: { type: 'TRANSACTIONS', product: 'transactions', fields: { new_transactions: 3 } },
  SYNC_UPDATES_AVAILABLE: {
    type: 'TRANSACTIONS',
    product: 'transactions',
    fields: { initial_update_complete: true, historical_update_complete: true },
  },
  RECURRING_TRANSACTIONS_UPDATE: { type: 'TRANSACTIONS', product: 'transactions', fields: { account_ids: [] } },
  SMS_MICRODEPOSITS_VERIFICATION: { type: 'AUTH', product: 'auth', fields: { status: 'MANUALLY_VERIFIED' } },
  PRODUCT_READY: { type: 'ASSETS', product: 'assets', fields: { report_type: 'FULL' } },
  ERROR: { type: 'ASSETS', product: 'assets', fields: { error: plaidError('PRODUCT_NOT_READY') } },
}

function itemWebhook(item: SandboxItem, code: FireableCode, now: Date): WebhookBody {
  const firstAccountId = item.accounts[0]?.accountId ?? ''
  const disconnect = { code: 'PENDING_DISCONNECT', at: new Date(now.getTime() + weekMs).toISOString() } as const
  switch (code) {
    case 'NEW_ACCOUNTS_AVAILABLE':
      return itemWebhooks.newAccountsAvailable(item)
    case 'USER_PERMISSION_REVOKED':
      return itemWebhooks.permissionRevoked(item, plaidError(code))
    case 'USER_ACCOUNT_REVOKED':
      return itemWebhooks.accountRevoked(item, firstAccountId)
    case 'PENDING_DISCONNECT':
      return itemWebhooks.disconnectAnnounced(item, disconnect)
    case 'LOGIN_REPAIRED':
      return itemWebhooks.loginRepaired(item)
    default:
      return { webhook_type: 'ITEM', webhook_code: code, item_id: item.itemId, environment: 'sandbox' }
  }
}

/** The webhook for this code, and the product that the Item must have for it. */
export function fireableWebhook(item: SandboxItem, code: FireableCode, now: Date): Fireable {
  const ofProduct = productWebhooks[code]
  if (!ofProduct) return { body: itemWebhook(item, code, now), product: null }
  const { type, product, fields } = ofProduct
  return {
    body: { webhook_type: type, webhook_code: code, item_id: item.itemId, ...fields, environment: 'sandbox' },
    product,
  }
}
