import { openAccountsAt } from '../institutions/account-templates.ts'
import type { Institution } from '../institutions/list.ts'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { SandboxAccount, SandboxItem } from '../state/item.ts'
import type { Product } from '../state/plaid-words.ts'
import { requireInstitution } from './find.ts'

export type NewItem = {
  /** Plaid's id of it, where a story needs a certain one. */
  itemId?: string
  institutionId: string
  clientUserId?: string | null
  webhook?: string | null
  products?: Product[]
  username?: string
  accounts?: SandboxAccount[]
  sharedAccountIds?: string[]
}

/** When consent given now ends: OAuth banks ask again after a year, the others never. */
export function consentEnd(institution: Institution, now: Date): string | null {
  if (institution.signIn !== 'oauth') return null
  const end = new Date(now)
  end.setUTCFullYear(end.getUTCFullYear() + 1)
  return end.toISOString()
}

/** Links a new, healthy Item. */
export function createItem(sandbox: Sandbox, wish: NewItem): SandboxItem {
  const institution = requireInstitution(wish.institutionId)
  const now = sandbox.now()
  const accounts = wish.accounts ?? openAccountsAt(institution.institutionId)
  const item: SandboxItem = {
    itemId: wish.itemId ?? newId.item(),
    accessToken: newId.accessToken(),
    institutionId: institution.institutionId,
    clientUserId: wish.clientUserId ?? null,
    username: wish.username ?? 'user_good',
    webhook: wish.webhook ?? null,
    products: wish.products ?? ['transactions'],
    createdAt: now.toISOString(),
    consentExpirationTime: consentEnd(institution, now),
    error: null,
    disconnect: null,
    removed: false,
    accounts,
    sharedAccountIds: wish.sharedAccountIds ?? accounts.map((account) => account.accountId),
    lastSuccessfulUpdate: now.toISOString(),
    lastFailedUpdate: null,
    lastWebhook: null,
  }
  sandbox.store.state.items[item.itemId] = item
  sandbox.store.changed()
  return item
}
