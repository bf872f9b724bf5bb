import { daysUntil } from './times.js'

/** The codes that the play page can break an Item with; each leads to another state in Relink. */
export const errorCodes = [
  ['ITEM_LOGIN_REQUIRED', 'ITEM_LOGIN_REQUIRED: sign in again'],
  ['INVALID_CREDENTIALS', 'INVALID_CREDENTIALS: password changed'],
  ['INVALID_MFA', 'INVALID_MFA: code refused'],
  ['ITEM_LOCKED', 'ITEM_LOCKED: locked at the bank'],
  ['USER_SETUP_REQUIRED', 'USER_SETUP_REQUIRED: the bank wants something first'],
  ['PASSWORD_RESET_REQUIRED', 'PASSWORD_RESET_REQUIRED: new password due'],
  ['INSUFFICIENT_CREDENTIALS', 'INSUFFICIENT_CREDENTIALS: sign-in left half done'],
  ['NO_ACCOUNTS', 'NO_ACCOUNTS: no account is shared'],
  ['ACCESS_NOT_GRANTED', 'ACCESS_NOT_GRANTED: permission missing'],
  ['MFA_NOT_SUPPORTED', 'MFA_NOT_SUPPORTED: cannot come back'],
  ['ITEM_NOT_SUPPORTED', 'ITEM_NOT_SUPPORTED: cannot come back'],
  ['INSTITUTION_NO_LONGER_SUPPORTED', 'INSTITUTION_NO_LONGER_SUPPORTED: cannot come back'],
  ['INSTITUTION_DOWN', 'INSTITUTION_DOWN: an outage, not the person'],
  ['INSTITUTION_NOT_RESPONDING', 'INSTITUTION_NOT_RESPONDING: an outage'],
  ['INTERNAL_SERVER_ERROR', 'INTERNAL_SERVER_ERROR: Plaid’s own fault'],
]

const needsConsent = new Set(['NO_ACCOUNTS', 'ACCESS_NOT_GRANTED'])
const cannotReturn = new Set(['MFA_NOT_SUPPORTED', 'ITEM_NOT_SUPPORTED', 'INSTITUTION_NO_LONGER_SUPPORTED'])
const passes = new Set(['INSTITUTION_DOWN', 'INSTITUTION_NOT_RESPONDING', 'INTERNAL_SERVER_ERROR'])

const brokenBadge = (errorCode) => {
  if (needsConsent.has(errorCode)) return ['consent_needed', 'state-consent-needed', 'Permission needed']
  if (cannotReturn.has(errorCode)) return ['unsupported', 'state-unsupported', 'Cannot reconnect']
  if (passes.has(errorCode)) return ['outage', 'state-outage', 'Bank outage']
  return ['login_required', 'state-login-required', 'Sign-in needed']
}

const endsIn = (days) => (days === 1 ? 'Ends in 1 day' : `Ends in ${days} days`)

/** State name, icon and words of an Item's badge. */
export const badgeOf = (item) => {
  switch (item.state) {
    case 'healthy':
      return ['healthy', 'state-healthy', 'Healthy']
    case 'disconnecting':
      return ['disconnecting_soon', 'state-disconnecting-soon', endsIn(daysUntil(item.disconnectsAt))]
    case 'revoked':
      return ['access_revoked', 'state-access-revoked', 'Access withdrawn']
    case 'removed':
      return ['removed', 'state-removed', 'Removed']
    default:
      return brokenBadge(item.errorCode)
  }
}
