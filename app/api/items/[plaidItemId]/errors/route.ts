import { z } from 'zod'
import { broke, refuse } from '#app/_http/answer.ts'
import { isApiKey } from '#lib/features/webhooks/check-api-key.ts'
import { reportItemError } from '#lib/features/webhooks/report-item-error.ts'

type Context = { params: Promise<{ plaidItemId: string }> }

const text = z.string().max(1_000)
const word = z.string().min(1).max(100)

/** Plaid's error object as the host product's SDK gave it; fields that we do not read may be there. */
const plaidError = z.object({
  error_type: word,
  error_code: word,
  error_code_reason: text.nullish().transform((value) => value ?? null),
  display_message: text.nullish().transform((value) => value ?? null),
})

/** A host product that calls Plaid itself tells of an error it got for an Item; from here on it is as a webhook. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isApiKey(request.headers.get('authorization'))) return refuse('no_api_key')
  const parsed = plaidError.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return refuse('no_plaid_error')
  const { error_type, error_code, error_code_reason, display_message } = parsed.data
  const error = {
    errorType: error_type,
    errorCode: error_code,
    errorCodeReason: error_code_reason,
    displayMessage: display_message,
  }
  try {
    await reportItemError((await params).plaidItemId, error, new Date())
    return Response.json({ status: 'accepted' }, { status: 202 })
  } catch (failure) {
    return broke(failure, 'items/errors')
  }
}
