// What the browser asks about Link's codes, on every page with Link: kept apart from the long table of errors.

/** A link token dies of age, of use, or of too many wrong passwords; the others come with a stale OAuth return. */
const deadTokenCodes = [
  'INVALID_LINK_TOKEN',
  'INVALID_PUBLIC_TOKEN',
  'INCORRECT_LINK_TOKEN',
  'INCORRECT_OAUTH_NONCE',
  'OAUTH_STATE_ID_ALREADY_PROCESSED',
  'OAUTH_STATE_ID_NOT_FOUND',
]

/** Whether a new token is all that it takes. */
export function isDeadToken(errorCode: string | null): boolean {
  return errorCode !== null && deadTokenCodes.includes(errorCode)
}

/** Codes after which a bank counts one more failed sign-in. */
const refusalCodes = ['INVALID_CREDENTIALS', 'INVALID_MFA']

/** Whether a code says that the bank refused a sign-in. */
export function isRefusal(errorCode: string | null): boolean {
  return errorCode !== null && refusalCodes.includes(errorCode)
}
