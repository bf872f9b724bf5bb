import { describe, expect, it } from 'vitest'
import { exitMeaning } from './link-end.ts'

function exit(errorType: string | null, errorCode: string | null) {
  return exitMeaning({ type: 'exit', errorType, errorCode, status: null, linkSessionId: null, requestId: null })
}

describe('the end of a Link session', () => {
  it('is no error when the person closed the dialog', () => {
    expect(exit(null, null)).toBe('left')
  })

  it.each([
    ['ITEM_ERROR', 'INVALID_CREDENTIALS', 'wrong_details'],
    ['ITEM_ERROR', 'INVALID_MFA', 'wrong_code'],
    ['ITEM_ERROR', 'INVALID_UPDATED_USERNAME', 'other_username'],
    ['ITEM_ERROR', 'ITEM_LOCKED', 'bank_first'],
    ['ITEM_ERROR', 'PASSWORD_RESET_REQUIRED', 'bank_first'],
    ['ITEM_ERROR', 'NO_ACCOUNTS', 'nothing_shared'],
    ['ITEM_ERROR', 'MFA_NOT_SUPPORTED', 'cannot_return'],
    ['INSTITUTION_ERROR', 'INSTITUTION_DOWN', 'outage'],
    ['INVALID_INPUT', 'INVALID_LINK_TOKEN', 'dead_token'],
    ['OAUTH_ERROR', 'OAUTH_STATE_ID_NOT_FOUND', 'dead_token'],
    ['ITEM_ERROR', 'INSUFFICIENT_CREDENTIALS', 'left'],
    ['API_ERROR', 'INTERNAL_SERVER_ERROR', 'other'],
  ])('%s %s means %s', (errorType, errorCode, meaning) => {
    expect(exit(errorType, errorCode)).toBe(meaning)
  })

  it('does not blame the bank for a code that nobody knows', () => {
    expect(exit('RECAPTCHA_ERROR', 'RECAPTCHA_BAD')).toBe('other')
  })

  it('names a script that could not load for what it is', () => {
    expect(exitMeaning({ type: 'script_failed' })).toBe('blocked')
  })
})
