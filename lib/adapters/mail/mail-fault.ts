/** The provider did not take a mail. */
export class MailFault extends Error {
  override name = 'MailFault'
  /** The provider's name for it, or `smtp_550`. */
  readonly code: string
  /** Whether trying again cannot cure it. */
  readonly isFinal: boolean

  constructor(code: string, message: string, how: { isFinal: boolean }) {
    super(`the mail provider refused: ${code}: ${message}`)
    this.code = code
    this.isFinal = how.isFinal
  }
}
