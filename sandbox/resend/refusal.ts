/** Resend says no. */
export class ResendRefusal extends Error {
  override name = 'ResendRefusal'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The HTTP answer of a refusal, in Resend's form. */
export function answerResendRefusal({ status, code, message }: ResendRefusal): Response {
  const headers = status === 429 ? { 'retry-after': '1' } : undefined
  return Response.json({ statusCode: status, name: code, message }, { status, headers })
}
