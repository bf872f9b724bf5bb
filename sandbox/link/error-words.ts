export type ErrorWords = { title: string; text: string }

/** What the dialog says about an error: invented bank, plain words. The code stands beneath. */
const words: Record<string, ErrorWords> = {
  ITEM_LOCKED: { title: 'This sign-in is locked', text: 'Too many wrong tries. Only the bank can unlock it.' },
  USER_SETUP_REQUIRED: {
    title: 'The bank wants something first',
    text: 'It asks for a new password, or has news to read, before it shares anything.',
  },
  PASSWORD_RESET_REQUIRED: { title: 'A new password is due', text: 'The bank wants one before it shares anything.' },
  INSTITUTION_DOWN: {
    title: 'The bank does not answer',
    text: 'It is down just now. Nothing is wrong with the sign-in.',
  },
  INSTITUTION_NOT_RESPONDING: { title: 'The bank does not answer', text: 'It took too long. Try again in a while.' },
  USER_INPUT_TIMEOUT: { title: 'That took too long', text: 'The bank stopped waiting. You can start again.' },
  INSUFFICIENT_CREDENTIALS: {
    title: 'The bank was not told yes',
    text: 'You came back from its page without allowing anything.',
  },
  NO_ACCOUNTS: { title: 'No account to share', text: 'The bank let you in, and has no open account for you.' },
}

export function errorWords(errorCode: string): ErrorWords {
  return words[errorCode] ?? { title: 'That didn’t work', text: 'The invented bank refused, as you asked it to.' }
}

/** Errors after which the person can simply type again: they are said beside the field, not on a pane of their own. */
const besideTheField: Record<string, string> = {
  INVALID_CREDENTIALS: 'Those details didn’t work.',
  INVALID_UPDATED_USERNAME: 'That is another username than the one this connection was made with.',
  INVALID_MFA: 'That is not the code.',
}

export function sentenceBesideField(errorCode: string): string | null {
  return besideTheField[errorCode] ?? null
}
