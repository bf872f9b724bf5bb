import type { LinkSession } from '../state/link.ts'

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
  INVALID_MFA: { title: 'The answer was not right', text: 'The bank asked something more, and got another answer.' },
  INVALID_OTP: { title: 'The code was not right', text: 'Three wrong codes, and the bank stopped asking.' },
  INVALID_SEND_METHOD: {
    title: 'The code could not be sent',
    text: 'The bank could not send it. Try again in a while.',
  },
  MFA_NOT_SUPPORTED: { title: 'This check is not supported', text: 'The bank checks in a way that Link cannot play.' },
  ITEM_NOT_SUPPORTED: {
    title: 'This account is not supported',
    text: 'The bank lets nobody read accounts of its kind.',
  },
  INSTITUTION_NO_LONGER_SUPPORTED: {
    title: 'This bank is no longer supported',
    text: 'Nobody can connect to it here.',
  },
  INTERNAL_SERVER_ERROR: { title: 'Something broke at Plaid', text: 'Neither the bank nor you did anything wrong.' },
  RECAPTCHA_BAD: { title: 'Are you a robot?', text: 'The check said so. You can try again.' },
  NO_ACCOUNTS: { title: 'No account to share', text: 'The bank let you in, and has no open account for you.' },
}

export function errorWords(errorCode: string): ErrorWords {
  return words[errorCode] ?? { title: 'That didn’t work', text: 'The invented bank refused, as you asked it to.' }
}

/** Errors after which the person can simply type again, by step: they are said beside the field, on no pane of their own. */
const besideTheField: Partial<Record<LinkSession['step'], Record<string, string>>> = {
  credentials: {
    INVALID_CREDENTIALS: 'Those details didn’t work.',
    INVALID_UPDATED_USERNAME: 'That is another username than the one this connection was made with.',
  },
  code: { INVALID_MFA: 'That is not the code.' },
}

export function sentenceBesideField(errorCode: string, step: LinkSession['step']): string | null {
  return besideTheField[step]?.[errorCode] ?? null
}
