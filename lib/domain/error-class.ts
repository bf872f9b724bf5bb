import type { ItemError, ItemState } from './item-state.ts'

/**
 * What an error asks for, and of whom:
 * - `repair`: the person signs in again through update mode
 * - `bank_first`: the person does something at the bank, then update mode
 * - `consent`: update mode with accounts or permissions
 * - `revoked`: the person withdrew access
 * - `terminal`: this Item cannot come back
 * - `gone`: the Item does not exist any more
 * - `outage`: a passing fault of the bank or of Plaid; nobody is told
 * - `operator`: our set-up; never the person's matter
 * - `none`: says nothing about the connection
 */
export type ErrorClass =
  | 'repair'
  | 'bank_first'
  | 'consent'
  | 'revoked'
  | 'terminal'
  | 'gone'
  | 'outage'
  | 'operator'
  | 'none'

const classByCode: Record<string, ErrorClass> = {
  ITEM_LOGIN_REQUIRED: 'repair',
  INVALID_CREDENTIALS: 'repair',
  INVALID_MFA: 'repair',
  ITEM_LOCKED: 'bank_first',
  PASSWORD_RESET_REQUIRED: 'bank_first',
  USER_SETUP_REQUIRED: 'bank_first',
  ACCESS_NOT_GRANTED: 'consent',
  NO_ACCOUNTS: 'consent',
  MANUAL_VERIFICATION_REQUIRED: 'consent',
  ADDITIONAL_CONSENT_REQUIRED: 'consent',
  USER_PERMISSION_REVOKED: 'revoked',
  MFA_NOT_SUPPORTED: 'terminal',
  ITEM_NOT_SUPPORTED: 'terminal',
  INVALID_UPDATED_USERNAME: 'terminal',
  INSTITUTION_NO_LONGER_SUPPORTED: 'terminal',
  ITEM_NOT_FOUND: 'gone',
  ITEM_CONCURRENTLY_DELETED: 'gone',
  INSTITUTION_DOWN: 'outage',
  INSTITUTION_NOT_RESPONDING: 'outage',
  INSTITUTION_NOT_AVAILABLE: 'outage',
  INTERNAL_SERVER_ERROR: 'outage',
  PLANNED_MAINTENANCE: 'outage',
  INVALID_ACCESS_TOKEN: 'operator',
  INVALID_API_KEYS: 'operator',
  UNAUTHORIZED_ENVIRONMENT: 'operator',
  UNSUPPORTED_RESPONSE: 'operator',
  UNAUTHORIZED_INSTITUTION: 'operator',
  INSTITUTION_REGISTRATION_REQUIRED: 'operator',
  INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT: 'operator',
  TRIAL_CONNECTION_LIMIT: 'operator',
  CREDITS_EXHAUSTED: 'operator',
  PRODUCT_NOT_READY: 'none',
  PRODUCT_NOT_ENABLED: 'none',
  PRODUCTS_NOT_SUPPORTED: 'none',
  INVALID_ACCOUNT_ID: 'none',
}

const classByType: Record<string, ErrorClass> = {
  // An ITEM_ERROR that Plaid invents tomorrow is about the Item, and update mode is the general cure.
  ITEM_ERROR: 'repair',
  INSTITUTION_ERROR: 'outage',
  API_ERROR: 'outage',
  RATE_LIMIT_EXCEEDED: 'outage',
  INVALID_REQUEST: 'operator',
  INVALID_INPUT: 'operator',
}

/**
 * Sorts an error into its class. The code decides, the type only where the code is unknown, because some codes come
 * under two types (USER_PERMISSION_REVOKED). Source: Plaid's error reference.
 */
export function classifyError(error: Pick<ItemError, 'errorType' | 'errorCode'>): ErrorClass {
  return classByCode[error.errorCode] ?? classByType[error.errorType] ?? 'outage'
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
    case 'outage':
    case 'operator':
    case 'none':
      return null
  }
}
