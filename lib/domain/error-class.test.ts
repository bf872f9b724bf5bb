import { describe, expect, it } from 'vitest'
import { classifyError, stateOfErrorClass } from './error-class.ts'

describe('an error’s class', () => {
  it.each([
    ['ITEM_ERROR', 'ITEM_LOGIN_REQUIRED', 'repair', 'login_required'],
    ['ITEM_ERROR', 'INVALID_CREDENTIALS', 'repair', 'login_required'],
    ['ITEM_ERROR', 'ITEM_LOCKED', 'bank_first', 'login_required'],
    ['ITEM_ERROR', 'PASSWORD_RESET_REQUIRED', 'bank_first', 'login_required'],
    ['ITEM_ERROR', 'USER_SETUP_REQUIRED', 'bank_first', 'login_required'],
    ['ITEM_ERROR', 'ACCESS_NOT_GRANTED', 'consent', 'consent_needed'],
    ['ITEM_ERROR', 'NO_ACCOUNTS', 'consent', 'consent_needed'],
    ['ITEM_ERROR', 'USER_PERMISSION_REVOKED', 'revoked', 'access_revoked'],
    ['INVALID_INPUT', 'USER_PERMISSION_REVOKED', 'revoked', 'access_revoked'],
    ['ITEM_ERROR', 'ITEM_NOT_SUPPORTED', 'terminal', 'unsupported'],
    ['INSTITUTION_ERROR', 'INSTITUTION_NO_LONGER_SUPPORTED', 'terminal', 'unsupported'],
    ['ITEM_ERROR', 'ITEM_NOT_FOUND', 'gone', 'removed'],
    ['INSTITUTION_ERROR', 'INSTITUTION_DOWN', 'outage', null],
    ['API_ERROR', 'INTERNAL_SERVER_ERROR', 'outage', null],
    ['RATE_LIMIT_EXCEEDED', 'ITEM_GET_LIMIT', 'outage', null],
    ['INVALID_INPUT', 'INVALID_ACCESS_TOKEN', 'operator', null],
    ['ITEM_ERROR', 'PRODUCT_NOT_READY', 'none', null],
    ['ITEM_ERROR', 'INVENTED_TOMORROW', 'repair', 'login_required'],
    ['INVENTED_TYPE', 'INVENTED_TOMORROW', 'outage', null],
  ] as const)('%s %s is %s and leads to %s', (errorType, errorCode, errorClass, state) => {
    expect(classifyError({ errorType, errorCode })).toBe(errorClass)
    expect(stateOfErrorClass(errorClass)).toBe(state)
  })
})
