import { z } from 'zod'
import { plaidErrorSchema } from './plaid-error.ts'
import { productSchema } from './plaid-words.ts'

export const accountSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  officialName: z.string(),
  mask: z.string(),
  type: z.enum(['depository', 'credit']),
  subtype: z.enum(['checking', 'savings', 'credit card']),
  balance: z.number(),
  /** false once it was closed at the bank: it vanishes from every answer. */
  open: z.boolean(),
})

/** A cut-off that was announced and has not come yet. */
const announcedDisconnectSchema = z.object({
  code: z.enum(['PENDING_DISCONNECT', 'PENDING_EXPIRATION']),
  at: z.iso.datetime(),
})

export const itemSchema = z.object({
  itemId: z.string(),
  accessToken: z.string(),
  institutionId: z.string(),
  clientUserId: z.string().nullable(),
  /** The username at the bank; update mode with another one is refused. */
  username: z.string(),
  webhook: z.string().nullable(),
  products: z.array(productSchema),
  createdAt: z.iso.datetime(),
  consentExpirationTime: z.iso.datetime().nullable(),
  error: plaidErrorSchema.nullable(),
  disconnect: announcedDisconnectSchema.nullable(),
  removed: z.boolean(),
  accounts: z.array(accountSchema),
  /** What the person chose to share; the others exist at the bank only. */
  sharedAccountIds: z.array(z.string()),
  lastSuccessfulUpdate: z.iso.datetime(),
  lastFailedUpdate: z.iso.datetime().nullable(),
  lastWebhook: z.object({ sentAt: z.iso.datetime(), code: z.string() }).nullable(),
})

export type SandboxAccount = z.infer<typeof accountSchema>
export type SandboxItem = z.infer<typeof itemSchema>
export type ItemState = 'healthy' | 'broken' | 'disconnecting' | 'revoked' | 'removed'

/** How the Item is, in one word. */
export function itemState(item: SandboxItem): ItemState {
  if (item.removed) return 'removed'
  if (item.error?.error_code === 'USER_PERMISSION_REVOKED') return 'revoked'
  if (item.error) return 'broken'
  return item.disconnect ? 'disconnecting' : 'healthy'
}

/** The accounts that the person shares and that the bank still has. */
export function sharedAccounts(item: SandboxItem): SandboxAccount[] {
  return item.accounts.filter((account) => account.open && item.sharedAccountIds.includes(account.accountId))
}
