import { readPreferencesToken } from '#lib/adapters/vault/preferences-token.ts'

/** Whose preferences a link from a mail opens, or null when it is not one of ours. */
export function readPreferencesOwner(token: string): string | null {
  return readPreferencesToken(token)
}
