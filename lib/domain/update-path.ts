/**
 * How a person gets into Link's update mode:
 * - `embedded`: Link over our own page, with an update-mode link token
 * - `hosted`: Plaid's own page (plaid.com/docs/link/hosted-link)
 * - `public_token`: Link over our own page, with a public token and the public key that only old clients of Plaid
 *   have (`/item/public_token/create`)
 */
export const updatePaths = ['embedded', 'hosted', 'public_token'] as const
export type UpdatePath = (typeof updatePaths)[number]

export type UpdateSettings = { reconnectMode: 'link' | 'hosted'; updateToken: 'link_token' | 'public_token' }

/**
 * The one place that chooses the way.
 * @param wantsHosted the person's own wish, where Link's script does not load or there is no script at all
 */
export function updatePathFor({ reconnectMode, updateToken }: UpdateSettings, wantsHosted: boolean): UpdatePath {
  if (reconnectMode === 'hosted' || wantsHosted) return 'hosted'
  return updateToken === 'public_token' ? 'public_token' : 'embedded'
}
