/**
 * What an error asks for, and of whom:
 * - `repair`: the person signs in again through update mode
 * - `bank_first`: the person does something at the bank, then update mode
 * - `consent`: update mode with accounts or permissions
 * - `revoked`: the person withdrew access
 * - `terminal`: this Item cannot come back
 * - `gone`: the Item does not exist any more
 * - `link_session`: belongs to one Link session, says nothing about the Item
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
  | 'link_session'
  | 'outage'
  | 'operator'
  | 'none'

/** Who has to do something about an error. */
export type Actor = 'person' | 'person_at_bank' | 'operator' | 'nobody'

/**
 * Which sentences a person reads about it. The three in the middle come from `error_code_reason`:
 * - `consent_expired`: the bank's permission ran out by its own date; nothing went wrong and no password changed
 * - `access_withdrawn_at_bank`: the person cut the access at the bank, perhaps on purpose
 * - `connection_ended`: the bank's side ended the connection, and says no more
 */
export const messageKeys = [
  'sign_in',
  'bank_first',
  'permission',
  'consent_expired',
  'access_withdrawn_at_bank',
  'connection_ended',
  'revoked',
  'cannot_return',
] as const
export type MessageKey = (typeof messageKeys)[number]

/** What an update-mode session needs to cure it; null where update mode is no cure. */
export type UpdateModeNeed = 'plain' | 'account_selection' | 'additional_consent' | 'investments_auth'

export type ErrorEntry = {
  errorClass: ErrorClass
  actor: Actor
  /** Null where a person is told nothing. */
  message: MessageKey | null
  /** Whether telling the person again later makes sense. */
  reminds: boolean
  updateMode: UpdateModeNeed | null
}

const byClass: Record<ErrorClass, Omit<ErrorEntry, 'errorClass'>> = {
  repair: { actor: 'person', message: 'sign_in', reminds: true, updateMode: 'plain' },
  bank_first: { actor: 'person_at_bank', message: 'bank_first', reminds: true, updateMode: 'plain' },
  consent: { actor: 'person', message: 'permission', reminds: true, updateMode: 'account_selection' },
  revoked: { actor: 'nobody', message: 'revoked', reminds: false, updateMode: 'plain' },
  terminal: { actor: 'nobody', message: 'cannot_return', reminds: false, updateMode: null },
  gone: { actor: 'nobody', message: null, reminds: false, updateMode: null },
  link_session: { actor: 'person', message: null, reminds: false, updateMode: null },
  outage: { actor: 'nobody', message: null, reminds: false, updateMode: null },
  operator: { actor: 'operator', message: null, reminds: false, updateMode: null },
  none: { actor: 'nobody', message: null, reminds: false, updateMode: null },
}

type Row = [errorType: string, errorCode: string, errorClass: ErrorClass, more?: Partial<ErrorEntry>]

const additionalConsent = { updateMode: 'additional_consent' } as const
const investmentsAuth = { updateMode: 'investments_auth' } as const
const operatorToo = { actor: 'operator' } as const

// plaid.com/docs/errors; in the order of that page. A code stands once, whatever type it comes with.
const rows: Row[] = [
  ['ITEM_ERROR', 'ITEM_LOGIN_REQUIRED', 'repair'],
  // Plaid's overview knows it in Link only, its support article also for a login that was right once.
  ['ITEM_ERROR', 'INVALID_CREDENTIALS', 'repair'],
  ['ITEM_ERROR', 'INVALID_MFA', 'repair'],
  ['ITEM_ERROR', 'INVALID_OTP', 'link_session'],
  ['ITEM_ERROR', 'INVALID_PHONE_NUMBER', 'link_session'],
  ['ITEM_ERROR', 'INVALID_SEND_METHOD', 'link_session'],
  ['ITEM_ERROR', 'INSUFFICIENT_CREDENTIALS', 'link_session'],
  ['ITEM_ERROR', 'USER_INPUT_TIMEOUT', 'link_session'],
  ['ITEM_ERROR', 'INVALID_UPDATED_USERNAME', 'terminal'],
  ['ITEM_ERROR', 'ITEM_LOCKED', 'bank_first'],
  ['ITEM_ERROR', 'PASSWORD_RESET_REQUIRED', 'bank_first'],
  ['ITEM_ERROR', 'USER_SETUP_REQUIRED', 'bank_first'],
  ['ITEM_ERROR', 'ACCESS_NOT_GRANTED', 'consent', { updateMode: 'plain' }],
  ['ITEM_ERROR', 'NO_ACCOUNTS', 'consent'],
  ['ITEM_ERROR', 'NO_AUTH_ACCOUNTS', 'none'],
  ['ITEM_ERROR', 'NO_INVESTMENT_ACCOUNTS', 'none'],
  ['ITEM_ERROR', 'NO_INVESTMENT_AUTH_ACCOUNTS', 'none'],
  ['ITEM_ERROR', 'NO_LIABILITY_ACCOUNTS', 'none'],
  ['ITEM_ERROR', 'MANUAL_VERIFICATION_REQUIRED', 'consent', investmentsAuth],
  ['ITEM_ERROR', 'MFA_NOT_SUPPORTED', 'terminal'],
  ['ITEM_ERROR', 'ITEM_NOT_SUPPORTED', 'terminal'],
  ['ITEM_ERROR', 'ITEM_NOT_FOUND', 'gone'],
  ['ITEM_ERROR', 'ITEM_CONCURRENTLY_DELETED', 'gone'],
  ['ITEM_ERROR', 'PRODUCT_NOT_READY', 'none'],
  ['ITEM_ERROR', 'PRODUCT_NOT_ENABLED', 'operator'],
  ['ITEM_ERROR', 'PRODUCTS_NOT_SUPPORTED', 'operator'],
  ['ITEM_ERROR', 'INSTANT_MATCH_FAILED', 'none'],
  ['ITEM_ERROR', 'USER_PERMISSION_REVOKED', 'revoked'],
  ['INSTITUTION_ERROR', 'INSTITUTION_DOWN', 'outage'],
  ['INSTITUTION_ERROR', 'INSTITUTION_NOT_RESPONDING', 'outage'],
  ['INSTITUTION_ERROR', 'INSTITUTION_NOT_AVAILABLE', 'outage'],
  ['INSTITUTION_ERROR', 'INSTITUTION_NO_LONGER_SUPPORTED', 'terminal', operatorToo],
  ['INSTITUTION_ERROR', 'UNSUPPORTED_RESPONSE', 'operator'],
  ['INSTITUTION_ERROR', 'UNAUTHORIZED_INSTITUTION', 'operator'],
  ['INSTITUTION_ERROR', 'INSTITUTION_REGISTRATION_REQUIRED', 'operator'],
  ['INSTITUTION_ERROR', 'INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT', 'operator'],
  ['API_ERROR', 'INTERNAL_SERVER_ERROR', 'outage'],
  ['API_ERROR', 'PLANNED_MAINTENANCE', 'outage'],
  ['RATE_LIMIT_EXCEEDED', 'ITEM_GET_LIMIT', 'outage'],
  ['RATE_LIMIT_EXCEEDED', 'ACCOUNTS_LIMIT', 'outage'],
  ['RATE_LIMIT_EXCEEDED', 'INSTITUTIONS_GET_BY_ID_LIMIT', 'outage'],
  ['RATE_LIMIT_EXCEEDED', 'INSTITUTION_RATE_LIMIT', 'outage'],
  ['RATE_LIMIT_EXCEEDED', 'RATE_LIMIT', 'outage'],
  ['RATE_LIMIT_EXCEEDED', 'TRIAL_CONNECTION_LIMIT', 'operator'],
  ['RATE_LIMIT_EXCEEDED', 'CREDITS_EXHAUSTED', 'operator'],
  ['INVALID_INPUT', 'INVALID_LINK_TOKEN', 'link_session'],
  ['INVALID_INPUT', 'INVALID_PUBLIC_TOKEN', 'link_session'],
  ['INVALID_INPUT', 'INVALID_ACCESS_TOKEN', 'operator'],
  ['INVALID_INPUT', 'ADDITIONAL_CONSENT_REQUIRED', 'consent', additionalConsent],
  ['INVALID_INPUT', 'INVALID_ACCOUNT_ID', 'none'],
  ['INVALID_INPUT', 'INVALID_API_KEYS', 'operator'],
  ['INVALID_INPUT', 'UNAUTHORIZED_ENVIRONMENT', 'operator'],
  ['INVALID_INPUT', 'INVALID_PRODUCT', 'operator'],
  ['INVALID_INPUT', 'INVALID_LINK_CUSTOMIZATION', 'operator'],
  ['INVALID_INPUT', 'INVALID_INSTITUTION', 'operator'],
  ['INVALID_INPUT', 'INVALID_WEBHOOK_VERIFICATION_KEY_ID', 'none'],
  ['OAUTH_ERROR', 'INCORRECT_OAUTH_NONCE', 'link_session'],
  ['OAUTH_ERROR', 'INCORRECT_LINK_TOKEN', 'link_session'],
  ['OAUTH_ERROR', 'OAUTH_STATE_ID_ALREADY_PROCESSED', 'link_session'],
  ['OAUTH_ERROR', 'OAUTH_STATE_ID_NOT_FOUND', 'link_session'],
  ['RECAPTCHA_ERROR', 'RECAPTCHA_REQUIRED', 'link_session'],
  ['RECAPTCHA_ERROR', 'RECAPTCHA_BAD', 'link_session'],
]

/**
 * What `error_code_reason` changes for an error that asks for a new sign-in; only banks with OAuth give one. The cure
 * stays update mode. Who cut the access is told of the way back once: it may have been meant
 * (plaid.com/docs/errors/item/#item_login_required).
 */
export const reasonTable: ReadonlyMap<string, Pick<ErrorEntry, 'message' | 'reminds'>> = new Map([
  ['OAUTH_CONSENT_EXPIRED', { message: 'consent_expired', reminds: true }],
  ['OAUTH_USER_REVOKED', { message: 'access_withdrawn_at_bank', reminds: false }],
  ['OAUTH_INVALID_TOKEN', { message: 'connection_ended', reminds: true }],
])

/** Every error code that Plaid documents and that matters here, by its code. */
export const errorTable: ReadonlyMap<string, ErrorEntry> = new Map(
  rows.map(([, errorCode, errorClass, more]) => [errorCode, { ...entryOfClass(errorClass), ...more }]),
)

/** What an error of a class asks for, where its code says no more. */
export function entryOfClass(errorClass: ErrorClass): ErrorEntry {
  return { errorClass, ...byClass[errorClass] }
}
