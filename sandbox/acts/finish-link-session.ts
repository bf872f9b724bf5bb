import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { SandboxAccount, SandboxItem } from '../state/item.ts'
import type { LinkSession, LinkToken } from '../state/link.ts'
import { createItem } from './create-item.ts'
import { requireLinkSession } from './find.ts'
import { completeUpdateMode } from './heal-item.ts'
import { issuePublicToken } from './issue-public-token.ts'

export type LinkResult = { publicToken: string; item: SandboxItem; accounts: SandboxAccount[] }

function chosenItem(
  sandbox: Sandbox,
  session: LinkSession,
  linkToken: LinkToken,
  selectedAccountIds: string[] | undefined,
): SandboxItem {
  if (linkToken.itemId !== null) return completeUpdateMode(sandbox, linkToken.itemId, selectedAccountIds)
  if (session.institutionId === null) throw refuse('INVALID_INSTITUTION')
  return createItem(sandbox, {
    institutionId: session.institutionId,
    clientUserId: linkToken.clientUserId,
    webhook: linkToken.webhook,
    products: linkToken.products,
    username: session.username ?? undefined,
    accounts: session.accounts,
    sharedAccountIds: selectedAccountIds,
  })
}

/**
 * The last step: links the new Item, or heals the Item in update mode. Hands out a public token for onSuccess
 * either way (in update mode the app ignores it). Refuses with NO_ACCOUNTS when none was chosen.
 */
export function finishLinkSession(sandbox: Sandbox, linkSessionId: string, selectedAccountIds?: string[]): LinkResult {
  const { session, linkToken } = requireLinkSession(sandbox, linkSessionId)
  if (session.step !== 'accounts' && session.step !== 'ready') throw refuse('INSUFFICIENT_CREDENTIALS')
  const selected = session.step === 'accounts' ? selectedAccountIds : (session.bankAccountIds ?? undefined)
  if (selected?.length === 0) throw refuse('NO_ACCOUNTS')
  const item = chosenItem(sandbox, session, linkToken, selected)
  const publicToken = issuePublicToken(sandbox, item.itemId)
  session.step = 'finished'
  session.publicToken = publicToken
  session.finishedAt = sandbox.now().toISOString()
  sandbox.store.changed()
  const accounts = item.accounts.filter((account) => account.open && item.sharedAccountIds.includes(account.accountId))
  return { publicToken, item, accounts }
}
