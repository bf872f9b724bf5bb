import { classifyError } from './error-class.ts'
import { isDeadToken } from './link-codes.ts'

/** How Link was left without success, cut down to what we use of Plaid's onExit (plaid.com/docs/link/web). */
export type LinkExit = {
  errorType: string | null
  errorCode: string | null
  /** What Link was waiting for: `requires_code`, `institution_not_found` and the like. */
  status: string | null
}

/** How Link left the page. */
export type LinkEnd =
  | { type: 'success'; publicToken: string | null }
  | (LinkExit & { type: 'exit'; linkSessionId: string | null; requestId: string | null })
  | { type: 'script_failed' }

/** What an end means for the person who stands in front of it. */
export type ExitMeaning =
  | 'left'
  | 'wrong_details'
  | 'wrong_code'
  | 'code_too_late'
  | 'code_not_sent'
  | 'wrong_bank'
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
  INVALID_SEND_METHOD: 'code_not_sent',
  INVALID_UPDATED_USERNAME: 'other_username',
  // Both say that the person stopped on the way: at the bank's own page, and at the choice of accounts.
  INSUFFICIENT_CREDENTIALS: 'left',
  USER_INPUT_TIMEOUT: 'left',
}

// What Link was waiting for when the bank lost its patience; only of a code does the person learn anything by it.
const waitingForCode = ['requires_code', 'requires_questions', 'requires_selections', 'choose_device']
const wrongBankStatuses = ['institution_not_found', 'institution_not_supported']

/** Sorts the ends of Link that are no success. Closing the dialog is not an error. */
export function exitMeaning(end: Exclude<LinkEnd, { type: 'success' }>): ExitMeaning {
  return end.type === 'script_failed' ? 'blocked' : meaningOfExit(end)
}

/** The same of an exit that Plaid told the server. */
export function meaningOfExit({ errorType, errorCode, status }: LinkExit): ExitMeaning {
  if (errorCode === null) return wrongBankStatuses.includes(status ?? '') ? 'wrong_bank' : 'left'
  if (errorCode === 'USER_INPUT_TIMEOUT' && waitingForCode.includes(status ?? '')) return 'code_too_late'
  if (isDeadToken(errorCode)) return 'dead_token'
  return meaningByCode[errorCode] ?? meaningByClass(errorType ?? '', errorCode)
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
