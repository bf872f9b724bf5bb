import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { stateOfErrorClass } from '#lib/domain/error-class.ts'
import type { ItemError } from '#lib/domain/item-state.ts'
import { recordDelivery } from './record-delivery.ts'

/**
 * Takes an error that a Plaid call met, a host product's or our own, as if Plaid had sent it by webhook: it is kept,
 * checked and acted on the same way.
 */
export function reportItemError(plaidItemId: string, error: ItemError, now: Date): Promise<void> {
  const body = {
    webhook_type: 'ITEM',
    webhook_code: 'ERROR',
    item_id: plaidItemId,
    error: {
      error_type: error.errorType,
      error_code: error.errorCode,
      error_code_reason: error.errorCodeReason,
      display_message: error.displayMessage,
    },
  }
  return recordDelivery({ rawBody: new TextEncoder().encode(JSON.stringify(body, null, 2)), source: 'api' }, now)
}

/**
 * Reports a failed call of ours when its error says how the Item is. The code decides: USER_PERMISSION_REVOKED and
 * ADDITIONAL_CONSENT_REQUIRED answer a call as INVALID_INPUT (plaid.com/docs/errors).
 */
export async function reportFault(error: unknown, now: Date): Promise<void> {
  if (!(error instanceof PlaidFault) || !error.plaidItemId || stateOfErrorClass(error.errorClass) === null) return
  await reportItemError(error.plaidItemId, error.error, now)
}
