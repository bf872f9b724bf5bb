import { z } from 'zod'
import { classifyError, type ErrorClass, lookUpError } from '#lib/domain/error-class.ts'
import type { ItemError } from '#lib/domain/item-state.ts'
import { log } from '#lib/log.ts'

// An error whose words are odd is still an error.
const orNull = z.string().nullish().catch(null)
const plaidErrorBody = z.object({
  error_type: z.string(),
  error_code: z.string(),
  error_code_reason: orNull,
  display_message: orNull,
  request_id: orNull,
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
  const error = {
    errorType: parsed.data.error_type,
    errorCode: parsed.data.error_code,
    errorCodeReason: parsed.data.error_code_reason ?? null,
    displayMessage: parsed.data.display_message ?? null,
  }
  const { familiarity, errorClass } = lookUpError(error)
  if (familiarity !== 'known') {
    // What we make of it is a guess, which somebody should check against Plaid's reference.
    log.warn(
      { errorType: error.errorType, errorCode: error.errorCode, familiarity, errorClass },
      'plaid named a new error',
    )
  }
  return error
}

type CallFacts = { requestId: string | null; status: number | null; plaidItemId: string | null }
const noFacts: CallFacts = { requestId: null, status: null, plaidItemId: null }

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
  /** Which Item the call was about, if it was about one. */
  readonly plaidItemId: string | null

  constructor(call: string, error: ItemError, facts: CallFacts = noFacts) {
    const { requestId, status, plaidItemId } = facts
    super(`Plaid refused ${call}: ${error.errorType} ${error.errorCode}${requestId ? ` (request ${requestId})` : ''}`)
    this.call = call
    this.code = error.errorCode
    this.error = error
    this.errorClass = classifyError(error)
    this.requestId = requestId
    this.status = status
    this.plaidItemId = plaidItemId
  }
}

/** Turns whatever a Plaid call threw into a PlaidFault; an error that is not the call's own is passed on. */
export function toPlaidFault(call: string, thrown: unknown, plaidItemId: string | null): unknown {
  const failed = failedCall.safeParse(thrown)
  if (!failed.success) return thrown
  const { code, response } = failed.data
  const requestId = plaidErrorBody.safeParse(response?.data).data?.request_id ?? null
  const facts = { requestId, status: response?.status ?? null, plaidItemId }
  return new PlaidFault(call, toItemError(response?.data) ?? unreachable(code), facts)
}

/** A call that we did not make, because it would have been one too many for Plaid. It passes like an outage. */
export function overOwnLimit(call: string): PlaidFault {
  const error = {
    errorType: 'RATE_LIMIT_EXCEEDED',
    errorCode: 'OWN_LIMIT',
    errorCodeReason: null,
    displayMessage: null,
  }
  return new PlaidFault(call, error)
}

/** An answer without what was asked for. It passes like an outage: another try may bring it. */
export function unexpectedAnswer(call: string): PlaidFault {
  const error = { errorType: 'API_ERROR', errorCode: 'UNEXPECTED_ANSWER', errorCodeReason: null, displayMessage: null }
  return new PlaidFault(call, error)
}

function unreachable(cause: string | undefined): ItemError {
  return {
    errorType: 'API_ERROR',
    errorCode: 'PLAID_UNREACHABLE',
    errorCodeReason: cause ?? null,
    displayMessage: null,
  }
}
