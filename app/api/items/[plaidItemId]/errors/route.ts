import { z } from 'zod'
import { broke, refuse } from '#app/_http/answer.ts'
import { readJson } from '#app/_http/read-body.ts'
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
  try {
    const parsed = await readJson(request, plaidError)
    if (!parsed) return refuse('no_plaid_error')
    const error = {
      errorType: parsed.error_type,
      errorCode: parsed.error_code,
      errorCodeReason: parsed.error_code_reason,
      displayMessage: parsed.display_message,
    }
    await reportItemError((await params).plaidItemId, error, new Date())
    return Response.json({ status: 'accepted' }, { status: 202 })
  } catch (failure) {
    return broke(failure, 'items/errors')
  }
}
