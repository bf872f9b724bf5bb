import {
  type ErrorClass,
  type ErrorEntry,
  entryOfClass,
  errorTable,
  type MessageKey,
  reasonTable,
} from './error-table.ts'
import type { ItemError, ItemState } from './item-state.ts'

export type { ErrorClass, MessageKey }

/** How well an error is known: by its code, only by its type, or not at all. */
export type Familiarity = 'known' | 'unknown_code' | 'unknown_type'

type Named = Pick<ItemError, 'errorType' | 'errorCode'> & Partial<Pick<ItemError, 'errorCodeReason'>>

const classByType: ReadonlyMap<string, ErrorClass> = new Map([
  // An ITEM_ERROR that Plaid invents tomorrow is about the Item, and update mode is the general cure.
  ['ITEM_ERROR', 'repair'],
  ['INSTITUTION_ERROR', 'outage'],
  ['API_ERROR', 'outage'],
  ['RATE_LIMIT_EXCEEDED', 'outage'],
  ['INVALID_REQUEST', 'operator'],
  ['INVALID_INPUT', 'operator'],
  ['OAUTH_ERROR', 'link_session'],
  ['RECAPTCHA_ERROR', 'link_session'],
])

/**
 * All that is known about an error. The code decides, the type only where the code is unknown, because some codes
 * come under two types (USER_PERMISSION_REVOKED). A reason sharpens what a new sign-in is asked for with. Source:
 * Plaid's error reference.
 */
export function lookUpError(error: Named): ErrorEntry & { familiarity: Familiarity } {
  const entry = lookUpCode(error)
  const reason = entry.errorClass === 'repair' ? reasonTable.get(error.errorCodeReason ?? '') : undefined
  return { ...entry, ...reason }
}

function lookUpCode({ errorType, errorCode }: Named): ErrorEntry & { familiarity: Familiarity } {
  const known = errorTable.get(errorCode)
  if (known) return { ...known, familiarity: 'known' }
  const errorClass = classByType.get(errorType)
  // Nobody is told of what nobody knows; asking again later shows whether it passes.
  if (!errorClass) return { ...entryOfClass('outage'), familiarity: 'unknown_type' }
  return { ...entryOfClass(errorClass), familiarity: 'unknown_code' }
}

/** Which sentences a person reads about an error; null where they are told nothing. */
export function messageKeyOf(error: Pick<ItemError, 'errorType' | 'errorCode' | 'errorCodeReason'>): MessageKey | null {
  return lookUpError(error).message
}

/** Sorts an error into its class. */
export function classifyError(error: Pick<ItemError, 'errorType' | 'errorCode'>): ErrorClass {
  return lookUpError(error).errorClass
}

/** The state that an error of this class puts an Item in, or null where it says nothing about the Item's state. */
export function stateOfErrorClass(errorClass: ErrorClass): ItemState | null {
  switch (errorClass) {
    case 'repair':
    case 'bank_first':
      return 'login_required'
    case 'consent':
      return 'consent_needed'
    case 'revoked':
      return 'access_revoked'
    case 'terminal':
      return 'unsupported'
    case 'gone':
      return 'removed'
    case 'link_session':
    case 'outage':
    case 'operator':
    case 'none':
      return null
  }
}
