import type { PlaidErrorBody } from '../state/plaid-error.ts'
import { plaidError } from './error-catalogue.ts'

/** Plaid says no. Thrown by acts and endpoints; the server answers it with its status and body. */
export class PlaidRefusal extends Error {
  override name = 'PlaidRefusal'
  readonly body: PlaidErrorBody
  readonly status: 400 | 404 | 429 | 500

  constructor(body: PlaidErrorBody, status: 400 | 404 | 429 | 500 = 400) {
    super(`${body.error_code}: ${body.error_message}`)
    this.body = body
    this.status = status
  }
}

/** A refusal with the catalogue's words for this code. */
export function refuse(errorCode: string, changes: Partial<PlaidErrorBody> = {}): PlaidRefusal {
  const body = plaidError(errorCode, changes)
  if (body.error_type === 'RATE_LIMIT_EXCEEDED') return new PlaidRefusal(body, 429)
  return new PlaidRefusal(body, body.error_type === 'API_ERROR' ? 500 : 400)
}
