import type { InstitutionsGetByIdResponse } from 'plaid'
import { z } from 'zod'
import { requireInstitution } from '../acts/find.ts'
import type { Sandbox } from '../sandbox.ts'
import { countryCodeSchema } from '../state/plaid-words.ts'
import { readRequest } from './read-request.ts'
import type { Answer } from './wire.ts'

const bodySchema = z.strictObject({
  institution_id: z.string(),
  country_codes: z.array(countryCodeSchema).min(1),
  options: z
    .strictObject({
      include_optional_metadata: z.boolean().optional(),
      include_status: z.boolean().optional(),
      include_auth_metadata: z.boolean().optional(),
      include_payment_initiation_metadata: z.boolean().optional(),
    })
    .optional(),
})

/** The bank; logo, colour and address on request. Its status is not available in Plaid's Sandbox either. */
export function institutionsGetById(_sandbox: Sandbox, body: unknown): Answer<InstitutionsGetByIdResponse> {
  const { institution_id, options } = readRequest(bodySchema, body)
  const { institutionId, name, signIn, logo, primaryColor, url } = requireInstitution(institution_id)
  return {
    institution: {
      institution_id: institutionId,
      name,
      products: ['auth', 'balance', 'identity', 'transactions'],
      country_codes: ['US'],
      routing_numbers: [],
      oauth: signIn === 'oauth',
      ...(options?.include_status ? { status: null } : {}),
      ...(options?.include_optional_metadata ? { logo, primary_color: primaryColor, url } : {}),
    },
  }
}
