import { callPlaid } from './call-plaid.ts'
import { countryCodes } from './create-link-token.ts'

/** The share (0 to 1) of a bank's lately tried sign-ins that worked. */
export type LoginBreakdown = { success: number }

/**
 * Asks `/institutions/get_by_id` how signing in at a bank goes.
 * @returns null where Plaid has no figures: in its Sandbox, and for banks with little traffic
 * @throws PlaidFault
 */
export async function getInstitutionStatus(institutionId: string): Promise<LoginBreakdown | null> {
  const { institution } = await callPlaid('/institutions/get_by_id', (api) =>
    api.institutionsGetById({
      institution_id: institutionId,
      country_codes: countryCodes(),
      options: { include_status: true },
    }),
  )
  const breakdown = institution.status?.item_logins?.breakdown
  return breakdown ? { success: breakdown.success } : null
}
