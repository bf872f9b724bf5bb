/** A push service did not take a browser message. */
export class PushFault extends Error {
  override name = 'PushFault'
  /** `push_429`, `push_no_answer`, `push_endpoint_refused`, `push_wrong_keys` or `push_off`. */
  readonly code: string
  /** Whether trying again cannot cure it. */
  readonly isFinal: boolean

  constructor(code: string, message: string, how: ErrorOptions & { isFinal: boolean }) {
    super(`the push service refused: ${code}: ${message}`, how)
    this.code = code
    this.isFinal = how.isFinal
  }
}
