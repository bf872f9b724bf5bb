import { describe, expect, it } from 'vitest'
import { type Hint, interpret, isCovered, isNoAnswer, needsAccounts, readWebhook, type Truth } from './hint.ts'
import type { ItemError } from './item-state.ts'

const error: ItemError = {
  errorType: 'ITEM_ERROR',
  errorCode: 'ITEM_LOGIN_REQUIRED',
  errorCodeReason: null,
  displayMessage: null,
}
const outage: ItemError = { ...error, errorType: 'API_ERROR', errorCode: 'INTERNAL_SERVER_ERROR' }
const endsAt = new Date('2026-11-26T00:00:00Z')
const healthy: Truth = { type: 'answered', error: null, consentExpiresAt: null, lastUpdateAt: null }

describe('what a webhook says', () => {
  it.each([
    ['ITEM', 'ERROR', { hint: { type: 'reported_broken', error } }],
    ['ITEM', 'LOGIN_REPAIRED', { hint: { type: 'reported_repaired' } }],
    ['ITEM', 'PENDING_EXPIRATION', { hint: { type: 'disconnect_announced', ends: 'consent', disconnectsAt: endsAt } }],
    ['ITEM', 'PENDING_DISCONNECT', { hint: { type: 'disconnect_announced', ends: 'access', disconnectsAt: endsAt } }],
    ['ITEM', 'USER_PERMISSION_REVOKED', { hint: { type: 'reported_revoked' } }],
    ['ITEM', 'NEW_ACCOUNTS_AVAILABLE', { ignored: 'no_change_of_health', noted: { kind: 'new_accounts_available' } }],
    [
      'ITEM',
      'USER_ACCOUNT_REVOKED',
      { ignored: 'no_change_of_health', noted: { kind: 'account_revoked', plaidAccountId: 'account-1' } },
    ],
    ['ITEM', 'WEBHOOK_UPDATE_ACKNOWLEDGED', { ignored: 'no_change_of_health' }],
    ['ITEM', 'INVENTED_TOMORROW', { ignored: 'unknown_code' }],
    ['TRANSACTIONS', 'SYNC_UPDATES_AVAILABLE', { ignored: 'not_about_item_health' }],
    ['UNREADABLE', 'UNREADABLE', { ignored: 'not_about_item_health' }],
  ])('%s: %s', (webhookType, webhookCode, reading) => {
    expect(readWebhook({ webhookType, webhookCode, error, endsAt, plaidAccountId: 'account-1' })).toEqual(reading)
  })

  it('is noted about no account when it names none', () => {
    const facts = { webhookType: 'ITEM', webhookCode: 'USER_ACCOUNT_REVOKED', error: null, endsAt: null }
    expect(readWebhook({ ...facts, plaidAccountId: null })).toEqual({ ignored: 'no_change_of_health' })
  })
})

describe('a hint that came before Plaid was last asked', () => {
  const hintedAt = new Date('2026-11-21T12:00:00Z')
  const checkedAt = new Date('2026-11-21T12:00:01Z')
  const sharesNothing: Hint = { type: 'reported_broken', error: { ...error, errorCode: 'NO_ACCOUNTS' } }
  const announced = (disconnectsAt: Date | null): Hint => ({
    type: 'disconnect_announced',
    ends: 'access',
    disconnectsAt,
  })
  const known = { state: 'healthy', expiresAt: null, checkedAt, fullyCheckedAt: hintedAt } as const

  it('says nothing that the answer does not', () => {
    expect(isCovered({ type: 'reported_broken', error }, hintedAt, known)).toBe(true)
    expect(isCovered({ type: 'asked' }, hintedAt, known)).toBe(true)
  })

  it('is news when Plaid was asked before it came, or at that very instant', () => {
    expect(isCovered({ type: 'reported_broken', error }, checkedAt, known)).toBe(false)
    expect(isCovered({ type: 'asked' }, hintedAt, { ...known, checkedAt: hintedAt })).toBe(false)
    expect(isCovered({ type: 'asked' }, hintedAt, { ...known, checkedAt: null })).toBe(false)
  })

  it('is heard all the same when it speaks of accounts and only /item/get was asked', () => {
    expect(isCovered(sharesNothing, hintedAt, known)).toBe(false)
    expect(isCovered(sharesNothing, hintedAt, { ...known, fullyCheckedAt: checkedAt })).toBe(true)
  })

  it.each([
    ['is news to a healthy Item', 'healthy', null, endsAt, false],
    ['of the same end is known', 'disconnecting_soon', endsAt, endsAt, true],
    ['of some end is known where an end is', 'disconnecting_soon', endsAt, null, true],
    ['of another end is news', 'disconnecting_soon', checkedAt, endsAt, false],
    ['is of no interest once the Item is broken', 'login_required', null, endsAt, true],
  ] as const)('that announces an end %s', (_what, state, expiresAt, disconnectsAt, isKnown) => {
    expect(isCovered(announced(disconnectsAt), hintedAt, { ...known, state, expiresAt })).toBe(isKnown)
    expect(isCovered(announced(disconnectsAt), checkedAt, { ...known, state, expiresAt })).toBe(false)
  })
})

describe('what really happened', () => {
  const reported: Hint = { type: 'reported_broken', error }

  it('is a breakage only when Plaid says so itself', () => {
    expect(interpret(reported, healthy, false)).toEqual({ type: 'found_healthy', consentExpiresAt: null })
    expect(interpret(reported, { ...healthy, error }, false)).toEqual({ type: 'found_broken', error })
  })

  it('is a breakage although somebody reported a repair, when Plaid still has the error', () => {
    expect(interpret({ type: 'reported_repaired' }, { ...healthy, error }, false)).toEqual({
      type: 'found_broken',
      error,
    })
  })

  it('is an announced end while the Item still works, with the consent that it ends or that ends later', () => {
    const yearOn = { ...healthy, consentExpiresAt: new Date('2027-11-28T00:00:00Z') }
    const type = 'disconnect_announced'
    expect(interpret({ type, ends: 'consent', disconnectsAt: endsAt }, yearOn, false)).toEqual({
      type,
      disconnectsAt: endsAt,
      consentEndsAt: endsAt,
    })
    expect(interpret({ type, ends: 'access', disconnectsAt: endsAt }, yearOn, false)).toEqual({
      type,
      disconnectsAt: endsAt,
      consentEndsAt: yearOn.consentExpiresAt,
    })
  })

  it('is an announced end at the end of consent when the announcement of that has no time', () => {
    const hint: Hint = { type: 'disconnect_announced', ends: 'consent', disconnectsAt: null }
    const event = interpret(hint, { ...healthy, consentExpiresAt: endsAt }, false)
    expect(event).toEqual({ type: 'disconnect_announced', disconnectsAt: endsAt, consentEndsAt: endsAt })
  })

  it('is a reported repair when Plaid calls the Item healthy', () => {
    const event = interpret({ type: 'reported_repaired' }, healthy, false)
    expect(event).toEqual({ type: 'repair_reported', consentExpiresAt: null })
  })

  it('is the repair that was owed a proof, unless an error or a new end stands against it', () => {
    expect(interpret({ type: 'asked' }, healthy, true)).toEqual({ type: 'repair_proved', consentExpiresAt: null })
    expect(interpret({ type: 'asked' }, { ...healthy, error }, true)).toEqual({ type: 'found_broken', error })
    const hint: Hint = { type: 'disconnect_announced', ends: 'access', disconnectsAt: endsAt }
    expect(interpret(hint, healthy, true).type).toBe('disconnect_announced')
  })

  it.each([
    ['API_ERROR', 'INTERNAL_SERVER_ERROR', true],
    ['INSTITUTION_ERROR', 'INSTITUTION_DOWN', true],
    ['RATE_LIMIT_EXCEEDED', 'OWN_LIMIT', true],
    ['INVALID_INPUT', 'INVALID_API_KEYS', true],
    ['INVALID_INPUT', 'UNAUTHORIZED_ENVIRONMENT', true],
    ['INVALID_REQUEST', 'MISSING_FIELDS', true],
    ['ITEM_ERROR', 'PRODUCT_NOT_READY', true],
    ['TOMORROWS_TYPE', 'TOMORROWS_CODE', true],
    ['ITEM_ERROR', 'ITEM_LOGIN_REQUIRED', false],
    ['ITEM_ERROR', 'NO_ACCOUNTS', false],
    ['ITEM_ERROR', 'ITEM_NOT_FOUND', false],
    ['INVALID_INPUT', 'USER_PERMISSION_REVOKED', false],
  ])('is unknown where Plaid refuses to say it, or said: %s %s: unknown %s', (errorType, errorCode, isUnknown) => {
    expect(isNoAnswer({ type: 'refused', error: { ...error, errorType, errorCode } })).toBe(isUnknown)
  })

  it('is known whenever Plaid answers about the Item', () => {
    expect(isNoAnswer(healthy)).toBe(false)
    expect(isNoAnswer({ ...healthy, error: outage })).toBe(false)
  })
})

describe('whether the accounts must be asked for too', () => {
  it.each([
    ['healthy', false],
    ['disconnecting_soon', false],
    ['login_required', true],
    ['consent_needed', true],
    ['access_revoked', true],
    ['unsupported', true],
  ] as const)('of an Item that is %s: %s', (state, isNeeded) => {
    expect(needsAccounts({ type: 'asked' }, state)).toBe(isNeeded)
  })

  it('after a webhook that speaks of accounts or permissions: always', () => {
    const hint: Hint = { type: 'reported_broken', error: { ...error, errorCode: 'NO_ACCOUNTS' } }
    expect(needsAccounts(hint, 'healthy')).toBe(true)
    expect(needsAccounts({ type: 'reported_broken', error }, 'healthy')).toBe(false)
  })
})
