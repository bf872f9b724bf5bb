/** A push service says no. */
export class PushRefusal extends Error {
  override name = 'PushRefusal'
  readonly status: number
  readonly retryAfter: string | null

  constructor(status: number, message: string, retryAfter: string | null = null) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** The HTTP answer of a refusal. */
export function answerPushRefusal({ status, message, retryAfter }: PushRefusal): Response {
  return Response.json({ message }, { status, ...(retryAfter !== null && { headers: { 'retry-after': retryAfter } }) })
}
