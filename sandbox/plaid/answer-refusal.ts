import type { PlaidError } from 'plaid'
import { newId } from '../state/ids.ts'
import type { PlaidRefusal } from './refusal.ts'
import type { Wire } from './wire.ts'

/** The HTTP answer of a refusal. */
export function answerRefusal(refusal: PlaidRefusal): Response {
  const body: Wire<PlaidError> = {
    ...refusal.body,
    causes: [],
    documentation_url: 'https://plaid.com/docs/errors/',
    suggested_action: null,
    request_id: newId.request(),
  }
  return Response.json(body, { status: refusal.status })
}
