import { env } from '#lib/env.ts'

/** The company that runs this installation, as its people know it. Server only. */
export function brand(): { name: string; logoUrl: string | null } {
  const { PLAID_CLIENT_NAME, BRAND_LOGO_URL } = env()
  return { name: PLAID_CLIENT_NAME, logoUrl: BRAND_LOGO_URL ?? null }
}
