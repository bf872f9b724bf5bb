import type { PlaidErrorBody } from '../state/plaid-error.ts'

type ErrorType = PlaidErrorBody['error_type']
type Entry = readonly [errorCode: string, errorMessage: string, displayMessage: string | null]

const itemErrors: readonly Entry[] = [
  [
    'ITEM_LOGIN_REQUIRED',
    "the login details of this item have changed (credentials, MFA, or required user action) and a user login is required to update this information. use Link's update mode to restore the item to a good state",
    'The login details of this account have changed. Please sign in again.',
  ],
  [
    'INVALID_CREDENTIALS',
    'the provided credentials were not correct',
    'The provided credentials were not correct. Please try again.',
  ],
  ['INVALID_MFA', 'the provided MFA response was not correct', 'The code was not correct. Please try again.'],
  ['INVALID_OTP', 'the provided OTP was not correct', 'The code was not correct. Please try again.'],
  ['INVALID_SEND_METHOD', 'the requested MFA send method is not available', 'The code could not be sent.'],
  [
    'INSUFFICIENT_CREDENTIALS',
    'the user did not finish the sign-in at the institution',
    'The sign-in was not finished.',
  ],
  [
    'INVALID_UPDATED_USERNAME',
    'the username submitted does not match the username of the item',
    'Please sign in with the username that was used before.',
  ],
  ['ITEM_LOCKED', 'the account is locked', 'The account is locked. Please unlock it at your bank, then try again.'],
  ['PASSWORD_RESET_REQUIRED', 'the password of this account must be reset', 'Your bank asks for a new password.'],
  [
    'USER_SETUP_REQUIRED',
    'the account has not been fully set up',
    'Your bank needs you to finish setting up the account.',
  ],
  ['USER_INPUT_TIMEOUT', 'the user did not provide the requested input in time', 'It took too long. Please try again.'],
  [
    'MFA_NOT_SUPPORTED',
    'the MFA type of this account is not supported',
    'This kind of security check is not supported.',
  ],
  ['ITEM_NOT_SUPPORTED', 'this account is not supported by the institution', 'This account is not supported.'],
  ['ITEM_NOT_FOUND', 'the Item you requested cannot be found. This Item does not exist, or has been deleted', null],
  ['NO_ACCOUNTS', 'no valid accounts were found for this item', 'No accounts were found.'],
  ['PRODUCT_NOT_READY', 'the requested product is not yet ready. please try again later', null],
  ['ACCESS_NOT_GRANTED', 'access to this product was not granted for the account', 'Access was not granted.'],
  [
    'USER_PERMISSION_REVOKED',
    'the holder of this account has revoked their permission for your application to access it',
    null,
  ],
]

const institutionErrors: readonly Entry[] = [
  [
    'INSTITUTION_DOWN',
    'this institution is not currently responding to this request',
    'The bank does not answer just now.',
  ],
  ['INSTITUTION_NOT_RESPONDING', 'this institution is not currently responding', 'The bank does not answer just now.'],
  ['INSTITUTION_NOT_AVAILABLE', 'this institution is not currently available', 'The bank is not available just now.'],
  ['INSTITUTION_NO_LONGER_SUPPORTED', 'this institution is no longer supported', 'This bank is no longer supported.'],
]

const inputErrors: readonly Entry[] = [
  ['INVALID_API_KEYS', 'invalid client_id or secret provided', null],
  ['INVALID_ACCESS_TOKEN', 'could not find matching access token', null],
  ['INVALID_PUBLIC_TOKEN', 'could not find matching public token', null],
  ['PUBLIC_KEY_NOT_ENABLED', 'the public key is not enabled for this client; use a link_token', null],
  ['INVALID_LINK_TOKEN', 'the provided link token is invalid or expired', null],
  ['INVALID_INSTITUTION', 'invalid institution_id provided', null],
  ['INVALID_ACCOUNT_ID', 'failed to find requested account ID for requested item', null],
  ['INVALID_WEBHOOK_VERIFICATION_KEY_ID', 'the key_id is invalid', null],
]

const oauthErrors: readonly Entry[] = [
  ['INCORRECT_LINK_TOKEN', 'the link token is not the one that this OAuth flow was started with', null],
  ['OAUTH_STATE_ID_ALREADY_PROCESSED', 'the oauth_state_id has already been used', null],
  ['OAUTH_STATE_ID_NOT_FOUND', 'the oauth_state_id could not be found', null],
]

const itemRateLimit = 'rate limit exceeded for attempts to access this item. please try again later'

const otherErrors: Partial<Record<ErrorType, readonly Entry[]>> = {
  API_ERROR: [
    ['INTERNAL_SERVER_ERROR', 'an unexpected error occurred', null],
    ['PLANNED_MAINTENANCE', "Plaid's systems are in maintenance mode", null],
  ],
  RATE_LIMIT_EXCEEDED: [
    ['RATE_LIMIT', 'rate limit exceeded', null],
    ['ITEM_GET_LIMIT', itemRateLimit, null],
    ['ACCOUNTS_LIMIT', itemRateLimit, null],
  ],
  RECAPTCHA_ERROR: [['RECAPTCHA_BAD', 'the reCAPTCHA was not passed', 'The check was not passed. Please try again.']],
  SANDBOX_ERROR: [
    [
      'SANDBOX_WEBHOOK_INVALID',
      'webhook could not be fired: the item has no webhook, or the code does not exist',
      null,
    ],
    ['SANDBOX_PRODUCT_NOT_ENABLED', 'the item does not have the product that this webhook belongs to', null],
  ],
}

const catalogue = new Map<string, PlaidErrorBody>()

function enter(errorType: ErrorType, entries: readonly Entry[]): void {
  for (const [errorCode, errorMessage, displayMessage] of entries) {
    catalogue.set(errorCode, {
      error_type: errorType,
      error_code: errorCode,
      error_message: errorMessage,
      display_message: displayMessage,
      error_code_reason: null,
    })
  }
}

enter('ITEM_ERROR', itemErrors)
enter('INSTITUTION_ERROR', institutionErrors)
enter('INVALID_INPUT', inputErrors)
enter('OAUTH_ERROR', oauthErrors)
for (const errorType of ['API_ERROR', 'RATE_LIMIT_EXCEEDED', 'RECAPTCHA_ERROR', 'SANDBOX_ERROR'] as const) {
  enter(errorType, otherErrors[errorType] ?? [])
}

/** Plaid's error object for a code. A code that nobody knows becomes an ITEM_ERROR, so that tests can invent some. */
export function plaidError(errorCode: string, changes: Partial<PlaidErrorBody> = {}): PlaidErrorBody {
  const known = catalogue.get(errorCode)
  return {
    error_type: 'ITEM_ERROR',
    error_code: errorCode,
    error_message: `the item is in the error state ${errorCode}`,
    display_message: null,
    error_code_reason: null,
    ...known,
    ...changes,
  }
}
