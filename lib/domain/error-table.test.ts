import { describe, expect, it } from 'vitest'
import { classifyError, lookUpError, messageKeyOf, stateOfErrorClass } from './error-class.ts'
import {
  type Actor,
  type ErrorClass,
  errorTable,
  type MessageKey,
  messageKeys,
  reasonTable,
  type UpdateModeNeed,
} from './error-table.ts'

type Row = [
  errorType: string,
  errorCode: string,
  errorClass: ErrorClass,
  actor: Actor,
  message: MessageKey | null,
  reminds: boolean,
  updateMode: UpdateModeNeed | null,
]

// Written down from plaid.com/docs/errors by hand, each with all that we make of it.
const documented: Row[] = [
  ['ITEM_ERROR', 'ITEM_LOGIN_REQUIRED', 'repair', 'person', 'sign_in', true, 'plain'],
  ['ITEM_ERROR', 'INVALID_CREDENTIALS', 'repair', 'person', 'sign_in', true, 'plain'],
  ['ITEM_ERROR', 'INVALID_MFA', 'repair', 'person', 'sign_in', true, 'plain'],
  ['ITEM_ERROR', 'INVALID_OTP', 'link_session', 'person', null, false, null],
  ['ITEM_ERROR', 'INVALID_PHONE_NUMBER', 'link_session', 'person', null, false, null],
  ['ITEM_ERROR', 'INVALID_SEND_METHOD', 'link_session', 'person', null, false, null],
  ['ITEM_ERROR', 'INSUFFICIENT_CREDENTIALS', 'link_session', 'person', null, false, null],
  ['ITEM_ERROR', 'USER_INPUT_TIMEOUT', 'link_session', 'person', null, false, null],
  ['ITEM_ERROR', 'INVALID_UPDATED_USERNAME', 'terminal', 'nobody', 'cannot_return', false, null],
  ['ITEM_ERROR', 'ITEM_LOCKED', 'bank_first', 'person_at_bank', 'bank_first', true, 'plain'],
  ['ITEM_ERROR', 'PASSWORD_RESET_REQUIRED', 'bank_first', 'person_at_bank', 'bank_first', true, 'plain'],
  ['ITEM_ERROR', 'USER_SETUP_REQUIRED', 'bank_first', 'person_at_bank', 'bank_first', true, 'plain'],
  ['ITEM_ERROR', 'ACCESS_NOT_GRANTED', 'consent', 'person', 'permission', true, 'plain'],
  ['ITEM_ERROR', 'NO_ACCOUNTS', 'consent', 'person', 'permission', true, 'account_selection'],
  ['ITEM_ERROR', 'NO_AUTH_ACCOUNTS', 'none', 'nobody', null, false, null],
  ['ITEM_ERROR', 'NO_INVESTMENT_ACCOUNTS', 'none', 'nobody', null, false, null],
  ['ITEM_ERROR', 'NO_INVESTMENT_AUTH_ACCOUNTS', 'none', 'nobody', null, false, null],
  ['ITEM_ERROR', 'NO_LIABILITY_ACCOUNTS', 'none', 'nobody', null, false, null],
  ['ITEM_ERROR', 'MANUAL_VERIFICATION_REQUIRED', 'consent', 'person', 'permission', true, 'investments_auth'],
  ['ITEM_ERROR', 'MFA_NOT_SUPPORTED', 'terminal', 'nobody', 'cannot_return', false, null],
  ['ITEM_ERROR', 'ITEM_NOT_SUPPORTED', 'terminal', 'nobody', 'cannot_return', false, null],
  ['ITEM_ERROR', 'ITEM_NOT_FOUND', 'gone', 'nobody', null, false, null],
  ['ITEM_ERROR', 'ITEM_CONCURRENTLY_DELETED', 'gone', 'nobody', null, false, null],
  ['ITEM_ERROR', 'PRODUCT_NOT_READY', 'none', 'nobody', null, false, null],
  ['ITEM_ERROR', 'PRODUCT_NOT_ENABLED', 'operator', 'operator', null, false, null],
  ['ITEM_ERROR', 'PRODUCTS_NOT_SUPPORTED', 'operator', 'operator', null, false, null],
  ['ITEM_ERROR', 'INSTANT_MATCH_FAILED', 'none', 'nobody', null, false, null],
  ['ITEM_ERROR', 'USER_PERMISSION_REVOKED', 'revoked', 'nobody', 'revoked', false, 'plain'],
  ['INVALID_INPUT', 'USER_PERMISSION_REVOKED', 'revoked', 'nobody', 'revoked', false, 'plain'],
  ['INSTITUTION_ERROR', 'INSTITUTION_DOWN', 'outage', 'nobody', null, false, null],
  ['INSTITUTION_ERROR', 'INSTITUTION_NOT_RESPONDING', 'outage', 'nobody', null, false, null],
  ['INSTITUTION_ERROR', 'INSTITUTION_NOT_AVAILABLE', 'outage', 'nobody', null, false, null],
  ['INSTITUTION_ERROR', 'INSTITUTION_NO_LONGER_SUPPORTED', 'terminal', 'operator', 'cannot_return', false, null],
  ['INSTITUTION_ERROR', 'UNSUPPORTED_RESPONSE', 'operator', 'operator', null, false, null],
  ['INSTITUTION_ERROR', 'UNAUTHORIZED_INSTITUTION', 'operator', 'operator', null, false, null],
  ['INSTITUTION_ERROR', 'INSTITUTION_REGISTRATION_REQUIRED', 'operator', 'operator', null, false, null],
  ['INSTITUTION_ERROR', 'INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT', 'operator', 'operator', null, false, null],
  ['API_ERROR', 'INTERNAL_SERVER_ERROR', 'outage', 'nobody', null, false, null],
  ['API_ERROR', 'PLANNED_MAINTENANCE', 'outage', 'nobody', null, false, null],
  ['RATE_LIMIT_EXCEEDED', 'ITEM_GET_LIMIT', 'outage', 'nobody', null, false, null],
  ['RATE_LIMIT_EXCEEDED', 'ACCOUNTS_LIMIT', 'outage', 'nobody', null, false, null],
  ['RATE_LIMIT_EXCEEDED', 'INSTITUTIONS_GET_BY_ID_LIMIT', 'outage', 'nobody', null, false, null],
  ['RATE_LIMIT_EXCEEDED', 'INSTITUTION_RATE_LIMIT', 'outage', 'nobody', null, false, null],
  ['RATE_LIMIT_EXCEEDED', 'RATE_LIMIT', 'outage', 'nobody', null, false, null],
  ['RATE_LIMIT_EXCEEDED', 'TRIAL_CONNECTION_LIMIT', 'operator', 'operator', null, false, null],
  ['RATE_LIMIT_EXCEEDED', 'CREDITS_EXHAUSTED', 'operator', 'operator', null, false, null],
  ['INVALID_INPUT', 'INVALID_LINK_TOKEN', 'link_session', 'person', null, false, null],
  ['INVALID_INPUT', 'INVALID_PUBLIC_TOKEN', 'link_session', 'person', null, false, null],
  ['INVALID_INPUT', 'INVALID_ACCESS_TOKEN', 'operator', 'operator', null, false, null],
  ['INVALID_INPUT', 'ADDITIONAL_CONSENT_REQUIRED', 'consent', 'person', 'permission', true, 'additional_consent'],
  ['INVALID_INPUT', 'INVALID_ACCOUNT_ID', 'none', 'nobody', null, false, null],
  ['INVALID_INPUT', 'INVALID_API_KEYS', 'operator', 'operator', null, false, null],
  ['INVALID_INPUT', 'UNAUTHORIZED_ENVIRONMENT', 'operator', 'operator', null, false, null],
  ['INVALID_INPUT', 'INVALID_PRODUCT', 'operator', 'operator', null, false, null],
  ['INVALID_INPUT', 'INVALID_LINK_CUSTOMIZATION', 'operator', 'operator', null, false, null],
  ['INVALID_INPUT', 'INVALID_INSTITUTION', 'operator', 'operator', null, false, null],
  ['INVALID_INPUT', 'INVALID_WEBHOOK_VERIFICATION_KEY_ID', 'none', 'nobody', null, false, null],
  ['OAUTH_ERROR', 'INCORRECT_OAUTH_NONCE', 'link_session', 'person', null, false, null],
  ['OAUTH_ERROR', 'INCORRECT_LINK_TOKEN', 'link_session', 'person', null, false, null],
  ['OAUTH_ERROR', 'OAUTH_STATE_ID_ALREADY_PROCESSED', 'link_session', 'person', null, false, null],
  ['OAUTH_ERROR', 'OAUTH_STATE_ID_NOT_FOUND', 'link_session', 'person', null, false, null],
  ['RECAPTCHA_ERROR', 'RECAPTCHA_REQUIRED', 'link_session', 'person', null, false, null],
  ['RECAPTCHA_ERROR', 'RECAPTCHA_BAD', 'link_session', 'person', null, false, null],
]

describe('each error code that Plaid documents', () => {
  it.each(documented)('%s %s: %s, a matter for %s, words %s, reminds %s, update mode %s', (...row) => {
    const [errorType, errorCode, errorClass, actor, message, reminds, updateMode] = row
    expect(lookUpError({ errorType, errorCode })).toEqual({
      familiarity: 'known',
      errorClass,
      actor,
      message,
      reminds,
      updateMode,
    })
  })

  it('has a row here, and each row here is one of them', () => {
    expect([...new Set(documented.map(([, errorCode]) => errorCode))].toSorted()).toEqual(
      [...errorTable.keys()].toSorted(),
    )
  })

  it('is told to a person only where something can come of it', () => {
    for (const [, errorCode, errorClass, , message, reminds, updateMode] of documented) {
      const leadsToState = stateOfErrorClass(errorClass) !== null && errorClass !== 'gone'
      expect([errorCode, message !== null]).toEqual([errorCode, leadsToState])
      // Reminding of what nobody can put right would be pestering.
      if (reminds) expect([errorCode, updateMode]).not.toEqual([errorCode, null])
    }
  })
})

describe('an error code that nobody knows', () => {
  it.each([
    ['ITEM_ERROR', 'unknown_code', 'repair', 'person', 'sign_in', 'login_required'],
    ['INSTITUTION_ERROR', 'unknown_code', 'outage', 'nobody', null, null],
    ['API_ERROR', 'unknown_code', 'outage', 'nobody', null, null],
    ['RATE_LIMIT_EXCEEDED', 'unknown_code', 'outage', 'nobody', null, null],
    ['INVALID_REQUEST', 'unknown_code', 'operator', 'operator', null, null],
    ['INVALID_INPUT', 'unknown_code', 'operator', 'operator', null, null],
    ['OAUTH_ERROR', 'unknown_code', 'link_session', 'person', null, null],
    ['RECAPTCHA_ERROR', 'unknown_code', 'link_session', 'person', null, null],
    ['TYPE_OF_TOMORROW', 'unknown_type', 'outage', 'nobody', null, null],
    ['constructor', 'unknown_type', 'outage', 'nobody', null, null],
  ] as const)('of type %s is %s, class %s, a matter for %s, words %s, state %s', (errorType, ...expected) => {
    const [familiarity, errorClass, actor, message, state] = expected
    const error = { errorType, errorCode: 'INVENTED_TOMORROW' }
    expect(lookUpError(error)).toMatchObject({ familiarity, errorClass, actor, message })
    expect(stateOfErrorClass(classifyError(error))).toBe(state)
  })
})

describe('the reason that a bank with OAuth gives', () => {
  it.each([
    ['OAUTH_CONSENT_EXPIRED', 'consent_expired', true],
    ['OAUTH_USER_REVOKED', 'access_withdrawn_at_bank', false],
    ['OAUTH_INVALID_TOKEN', 'connection_ended', true],
    ['OAUTH_REASON_OF_TOMORROW', 'sign_in', true],
    [null, 'sign_in', true],
  ] as const)('%s leads to the words %s, reminds %s, and the cure stays update mode', (reason, message, reminds) => {
    const error = { errorType: 'ITEM_ERROR', errorCode: 'ITEM_LOGIN_REQUIRED', errorCodeReason: reason }
    expect(messageKeyOf(error)).toBe(message)
    expect(lookUpError(error)).toMatchObject({ errorClass: 'repair', actor: 'person', reminds, updateMode: 'plain' })
  })

  it('has words of its own in every case, which no error code has', () => {
    const words = [...reasonTable.values()].map(({ message }) => message)
    expect(new Set(words).size).toBe(words.length)
    for (const [, , , , message] of documented) expect(words).not.toContain(message)
    expect(new Set([...words, ...documented.map(([, , , , message]) => message)])).toEqual(
      new Set([null, ...messageKeys]),
    )
  })

  it.each([
    ['ITEM_ERROR', 'ITEM_LOCKED', 'bank_first'],
    ['ITEM_ERROR', 'NO_ACCOUNTS', 'permission'],
    ['ITEM_ERROR', 'USER_PERMISSION_REVOKED', 'revoked'],
    ['INSTITUTION_ERROR', 'INSTITUTION_DOWN', null],
  ] as const)(
    'says nothing about %s %s, which asks for something else than a new sign-in',
    (errorType, errorCode, message) => {
      expect(messageKeyOf({ errorType, errorCode, errorCodeReason: 'OAUTH_USER_REVOKED' })).toBe(message)
    },
  )
})
