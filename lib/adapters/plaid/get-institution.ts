import { callPlaid } from './call-plaid.ts'
import { countryCodes } from './create-link-token.ts'

export type InstitutionAnswer = {
  institutionId: string
  name: string
  /** PNG, 152 by 152. */
  logo: Uint8Array<ArrayBuffer> | null
  primaryColor: string | null
  url: string | null
}

/**
 * Asks `/institutions/get_by_id` for a bank's name, logo and colour.
 * @throws PlaidFault
 */
export async function getInstitution(institutionId: string): Promise<InstitutionAnswer> {
  const { institution } = await callPlaid('/institutions/get_by_id', (api) =>
    api.institutionsGetById({
      institution_id: institutionId,
      country_codes: countryCodes(),
      options: { include_optional_metadata: true },
    }),
  )
  return {
    institutionId: institution.institution_id,
    name: institution.name,
    logo: institution.logo ? new Uint8Array(Buffer.from(institution.logo, 'base64')) : null,
    primaryColor: institution.primary_color ?? null,
    url: institution.url ?? null,
  }
}
