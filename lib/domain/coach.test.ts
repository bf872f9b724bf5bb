import { describe, expect, it } from 'vitest'
import type { Advice } from './advice.ts'
import { adviceFor, countTries, type Try } from './coach.ts'

const now = new Date('2026-11-25T12:00:00Z')

function adviceAfter(
  errorCode: string | null,
  tries = 0,
  more: { status?: string; lastRefusal?: string; errorType?: string } = {},
) {
  const { status = null, lastRefusal = null, errorType = 'ITEM_ERROR' } = more
  return adviceFor({ exit: { errorType: errorCode ? errorType : null, errorCode, status }, tries, lastRefusal })
}

describe('the coach', () => {
  it.each<[string, string | null, number, Advice]>([
    ['one wrong password', 'INVALID_CREDENTIALS', 1, 'check_details'],
    ['two wrong passwords', 'INVALID_CREDENTIALS', 2, 'three_checks'],
    ['three wrong passwords', 'INVALID_CREDENTIALS', 3, 'stop'],
    ['four wrong passwords', 'INVALID_CREDENTIALS', 4, 'stop'],
    ['a wrong code', 'INVALID_MFA', 1, 'fresh_code'],
    ['a wrong code after two wrong passwords', 'INVALID_MFA', 3, 'stop'],
    ['another username', 'INVALID_UPDATED_USERNAME', 0, 'same_username'],
    ['a locked sign-in', 'ITEM_LOCKED', 0, 'item_locked'],
    ['a locked sign-in, however many tries', 'ITEM_LOCKED', 4, 'item_locked'],
    ['a password that is due', 'PASSWORD_RESET_REQUIRED', 0, 'password_reset'],
    ['something to set up at the bank', 'USER_SETUP_REQUIRED', 0, 'user_setup'],
    ['codes that are not sent', 'INVALID_SEND_METHOD', 0, 'code_not_sent'],
    ['nothing shared', 'NO_ACCOUNTS', 0, 'tick_accounts'],
    ['a bank that wants more than Plaid can', 'MFA_NOT_SUPPORTED', 0, 'cannot_return'],
    ['a closed dialog', null, 0, 'left'],
    ['a dead token', 'INVALID_LINK_TOKEN', 0, 'start_again'],
    ['a token that died of wrong passwords', 'INVALID_LINK_TOKEN', 5, 'stop'],
    ['a code that nobody knows', 'NEW_AND_ODD', 0, 'other'],
  ])('after %s (%s, %i tries) says %s', (_what, errorCode, tries, advice) => {
    expect(adviceAfter(errorCode, tries)).toBe(advice)
  })

  it('speaks of an outage only where the bank has one', () => {
    expect(adviceAfter('INSTITUTION_DOWN', 0, { errorType: 'INSTITUTION_ERROR' })).toBe('outage')
    expect(adviceAfter('INTERNAL_SERVER_ERROR', 0, { errorType: 'API_ERROR' })).toBe('other')
  })

  it('tells a code that came too late from a choice of accounts that took too long', () => {
    expect(adviceAfter('USER_INPUT_TIMEOUT', 0, { status: 'requires_code' })).toBe('code_too_late')
    expect(adviceAfter('USER_INPUT_TIMEOUT', 0, { status: 'requires_account_selection' })).toBe('left')
  })

  it('names the wrong bank only where the person looked for another one', () => {
    expect(adviceAfter(null, 0, { status: 'institution_not_found' })).toBe('wrong_bank')
    expect(adviceAfter(null, 0, { status: 'requires_credentials' })).toBe('left')
  })

  it('knows why somebody left who closed Link after a refusal', () => {
    expect(adviceAfter(null, 2, { lastRefusal: 'INVALID_CREDENTIALS' })).toBe('three_checks')
    expect(adviceAfter(null, 1, { lastRefusal: 'INVALID_MFA' })).toBe('fresh_code')
  })
})

describe('refused sign-ins', () => {
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const failed = (minutes: number, errorCode = 'INVALID_CREDENTIALS'): Try => ({
    kind: 'failed',
    errorCode,
    at: minutesAgo(minutes),
  })

  it('count over all sessions', () => {
    expect(countTries([failed(50), failed(2), failed(1, 'INVALID_MFA')], now)).toBe(3)
  })

  it('begin anew after one that was let in', () => {
    expect(countTries([failed(50), { kind: 'succeeded', errorCode: null, at: minutesAgo(30) }, failed(2)], now)).toBe(1)
  })

  it('are forgotten after a day', () => {
    expect(countTries([failed(25 * 60), failed(2)], now)).toBe(1)
  })

  it('are not what the bank itself could not do', () => {
    expect(countTries([failed(1, 'INSTITUTION_DOWN'), failed(1, 'ITEM_LOCKED')], now)).toBe(0)
  })
})
