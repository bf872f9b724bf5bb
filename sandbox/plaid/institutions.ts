import type { InstitutionsGetByIdResponse } from 'plaid'
import { z } from 'zod'
import { isInstitutionDown, requireInstitution } from '../acts/find.ts'
import type { Sandbox } from '../sandbox.ts'
import { countryCodeSchema } from '../state/plaid-words.ts'
import { readRequest } from './read-request.ts'
import type { Answer } from './wire.ts'

const noSignIns = {
  item_logins: {
    status: 'DOWN' as const,
    last_status_change: '2026-11-22T00:00:00Z',
    breakdown: { success: 0.01, error_plaid: 0, error_institution: 0.99 },
  },
}

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

/**
 * The bank; logo, colour and address on request. Its status is null as in Plaid's Sandbox, but for a bank that was taken
 * down: there it has the figures that production would give.
 */
export function institutionsGetById(sandbox: Sandbox, body: unknown): Answer<InstitutionsGetByIdResponse> {
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
      ...(options?.include_status ? { status: isInstitutionDown(sandbox, institutionId) ? noSignIns : null } : {}),
      ...(options?.include_optional_metadata ? { logo, primary_color: primaryColor, url } : {}),
    },
  }
}
