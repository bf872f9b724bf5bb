import { classifyError } from '#lib/domain/error-class.ts'

/** How Link left the page, cut down to what we use of Plaid's callbacks. */
export type LinkEnd =
  | { type: 'success'; publicToken: string | null }
  | {
      type: 'exit'
      errorType: string | null
      errorCode: string | null
      status: string | null
      linkSessionId: string | null
      requestId: string | null
    }
  | { type: 'script_failed' }

/** What an end means for the person who stands in front of it. */
export type ExitMeaning =
  | 'left'
  | 'wrong_details'
  | 'wrong_code'
  | 'other_username'
  | 'bank_first'
  | 'nothing_shared'
  | 'cannot_return'
  | 'outage'
  | 'dead_token'
  | 'blocked'
  | 'other'

const meaningByCode: Record<string, ExitMeaning> = {
  INVALID_CREDENTIALS: 'wrong_details',
  INVALID_MFA: 'wrong_code',
  INVALID_OTP: 'wrong_code',
  INVALID_UPDATED_USERNAME: 'other_username',
  // Both say that the person stopped on the way: at the bank's own page, and at the choice of accounts.
  INSUFFICIENT_CREDENTIALS: 'left',
  USER_INPUT_TIMEOUT: 'left',
  // A link token dies of age, of use, or of too many wrong passwords; the others come with a stale OAuth return.
  INVALID_LINK_TOKEN: 'dead_token',
  INCORRECT_LINK_TOKEN: 'dead_token',
  INCORRECT_OAUTH_NONCE: 'dead_token',
  OAUTH_STATE_ID_ALREADY_PROCESSED: 'dead_token',
  OAUTH_STATE_ID_NOT_FOUND: 'dead_token',
}

/** Sorts the ends of Link that are no success. Closing the dialog is not an error. */
export function exitMeaning(end: Exclude<LinkEnd, { type: 'success' }>): ExitMeaning {
  if (end.type === 'script_failed') return 'blocked'
  if (end.errorCode === null) return 'left'
  return meaningByCode[end.errorCode] ?? meaningByClass(end.errorType ?? '', end.errorCode)
}

function meaningByClass(errorType: string, errorCode: string): ExitMeaning {
  switch (classifyError({ errorType, errorCode })) {
    case 'bank_first':
      return 'bank_first'
    case 'consent':
      return 'nothing_shared'
    case 'terminal':
    case 'gone':
      return 'cannot_return'
    case 'outage':
      // Unknown codes are classed as outages too, and must not be blamed on the bank.
      return errorType === 'INSTITUTION_ERROR' ? 'outage' : 'other'
    case 'repair':
    case 'revoked':
    case 'operator':
    case 'link_session':
    case 'none':
      return 'other'
  }
}
