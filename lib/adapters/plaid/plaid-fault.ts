import { z } from 'zod'
import { classifyError, type ErrorClass } from '#lib/domain/error-class.ts'
import type { ItemError } from '#lib/domain/item-state.ts'

const plaidErrorBody = z.object({
  error_type: z.string(),
  error_code: z.string(),
  error_code_reason: z.string().nullish(),
  display_message: z.string().nullish(),
  request_id: z.string().nullish(),
})

/** The few parts of an axios error that may be looked at; its `config` holds the secret and the access token. */
const failedCall = z.object({
  isAxiosError: z.literal(true),
  code: z.string().optional(),
  response: z.object({ status: z.number(), data: z.unknown() }).optional(),
})

/** Plaid's error object, from an answer or from `item.error`, in our terms. Null when it is not one. */
export function toItemError(body: unknown): ItemError | null {
  const parsed = plaidErrorBody.safeParse(body)
  if (!parsed.success) return null
  return {
    errorType: parsed.data.error_type,
    errorCode: parsed.data.error_code,
    errorCodeReason: parsed.data.error_code_reason ?? null,
    displayMessage: parsed.data.display_message ?? null,
  }
}

/**
 * A Plaid call that failed. `code` is Plaid's error code, or `PLAID_UNREACHABLE` when no answer came.
 * It is made from an axios error but does not hold it: that error carries the secret and the access token.
 */
export class PlaidFault extends Error {
  override name = 'PlaidFault'
  readonly call: string
  readonly code: string
  readonly error: ItemError
  readonly errorClass: ErrorClass
  readonly requestId: string | null
  readonly status: number | null

  constructor(call: string, error: ItemError, requestId: string | null, status: number | null) {
    super(`Plaid refused ${call}: ${error.errorType} ${error.errorCode}${requestId ? ` (request ${requestId})` : ''}`)
    this.call = call
    this.code = error.errorCode
    this.error = error
    this.errorClass = classifyError(error)
    this.requestId = requestId
    this.status = status
  }
}

/** Turns whatever a Plaid call threw into a PlaidFault; an error that is not the call's own is passed on. */
export function toPlaidFault(call: string, thrown: unknown): unknown {
  const failed = failedCall.safeParse(thrown)
  if (!failed.success) return thrown
  const { code, response } = failed.data
  const requestId = plaidErrorBody.safeParse(response?.data).data?.request_id ?? null
  return new PlaidFault(call, toItemError(response?.data) ?? unreachable(code), requestId, response?.status ?? null)
}

function unreachable(cause: string | undefined): ItemError {
  return {
    errorType: 'API_ERROR',
    errorCode: 'PLAID_UNREACHABLE',
    errorCodeReason: cause ?? null,
    displayMessage: null,
  }
}
