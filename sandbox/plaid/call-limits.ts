import { z } from 'zod'

const perMinute = z.number().int().positive().nullable().default(null)

/** How often an endpoint may be called in any minute, for each Item and altogether; null sets no limit. */
export const callLimitsSchema = z.strictObject({
  itemGetPerMinute: perMinute,
  itemGetClientPerMinute: perMinute,
  accountsGetPerMinute: perMinute,
  accountsGetClientPerMinute: perMinute,
})

export type CallLimits = z.infer<typeof callLimitsSchema>

export const noCallLimits: CallLimits = callLimitsSchema.parse({})

/** Plaid's own in Production: https://plaid.com/docs/errors/rate-limit-exceeded/. */
export const productionCallLimits: CallLimits = {
  itemGetPerMinute: 15,
  itemGetClientPerMinute: 5_000,
  accountsGetPerMinute: 15,
  accountsGetClientPerMinute: 15_000,
}

export type PathLimit = { perItem: number | null; perClient: number | null; errorCode: string }

/** What holds for one endpoint, and the code with which Plaid refuses what is too much. */
export function limitOfPath(path: string, limits: CallLimits): PathLimit {
  const { itemGetPerMinute, itemGetClientPerMinute, accountsGetPerMinute, accountsGetClientPerMinute } = limits
  if (path === '/item/get') {
    return { perItem: itemGetPerMinute, perClient: itemGetClientPerMinute, errorCode: 'ITEM_GET_LIMIT' }
  }
  if (path === '/accounts/get') {
    return { perItem: accountsGetPerMinute, perClient: accountsGetClientPerMinute, errorCode: 'ACCOUNTS_LIMIT' }
  }
  return { perItem: null, perClient: null, errorCode: 'RATE_LIMIT' }
}
