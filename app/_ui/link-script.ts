import { env, usesPlaidsLinkScript } from '#lib/env.ts'

/** Where Link's script comes from when PLAID_LINK_SCRIPT_URL names a place; null lets react-plaid-link load Plaid's. */
export function linkScriptUrl(): string | null {
  return usesPlaidsLinkScript() ? null : env().PLAID_LINK_SCRIPT_URL
}
