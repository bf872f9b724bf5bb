import { type ErrorClass, type ErrorEntry, entryOfClass, errorTable } from './error-table.ts'
import type { ItemError, ItemState } from './item-state.ts'

export type { ErrorClass }

const classByType: Record<string, ErrorClass> = {
  // An ITEM_ERROR that Plaid invents tomorrow is about the Item, and update mode is the general cure.
  ITEM_ERROR: 'repair',
  INSTITUTION_ERROR: 'outage',
  API_ERROR: 'outage',
  RATE_LIMIT_EXCEEDED: 'outage',
  INVALID_REQUEST: 'operator',
  INVALID_INPUT: 'operator',
  OAUTH_ERROR: 'link_session',
  RECAPTCHA_ERROR: 'link_session',
}

/**
 * All that is known about an error. The code decides, the type only where the code is unknown, because some codes
 * come under two types (USER_PERMISSION_REVOKED). Source: Plaid's error reference.
 */
export function lookUpError(error: Pick<ItemError, 'errorType' | 'errorCode'>): ErrorEntry & { isKnown: boolean } {
  const known = errorTable.get(error.errorCode)
  if (known) return { ...known, isKnown: true }
  return { ...entryOfClass(classByType[error.errorType] ?? 'outage'), isKnown: false }
}

/** Sorts an error into its class. */
export function classifyError(error: Pick<ItemError, 'errorType' | 'errorCode'>): ErrorClass {
  return lookUpError(error).errorClass
}

/** The state that an error of this class puts an Item in, or null where it says nothing about the Item's state. */
export function stateOfErrorClass(errorClass: ErrorClass): ItemState | null {
  switch (errorClass) {
    case 'repair':
    case 'bank_first':
      return 'login_required'
    case 'consent':
      return 'consent_needed'
    case 'revoked':
      return 'access_revoked'
    case 'terminal':
      return 'unsupported'
    case 'gone':
      return 'removed'
    case 'link_session':
    case 'outage':
    case 'operator':
    case 'none':
      return null
  }
}
