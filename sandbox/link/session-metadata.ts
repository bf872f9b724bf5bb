import type { PlaidAccount, PlaidInstitution } from 'react-plaid-link'
import { findInstitution } from '../institutions/list.ts'
import type { Sandbox } from '../sandbox.ts'
import { sharedAccounts } from '../state/item.ts'
import type { LinkSession } from '../state/link.ts'

/** The bank of a session, as Link's callbacks name it; null before one is chosen. */
export function institutionOf({ institutionId }: LinkSession): PlaidInstitution | null {
  const institution = institutionId === null ? undefined : findInstitution(institutionId)
  return institution ? { name: institution.name, institution_id: institution.institutionId } : null
}

/** The accounts that a finished session's Item shares. */
export function accountsOf(sandbox: Sandbox, { publicToken }: LinkSession): PlaidAccount[] {
  const issued = publicToken === null ? undefined : sandbox.store.state.publicTokens[publicToken]
  const item = issued && sandbox.store.state.items[issued.itemId]
  return (item ? sharedAccounts(item) : []).map((account) => ({
    id: account.accountId,
    name: account.name,
    mask: account.mask,
    type: account.type,
    subtype: account.subtype,
    verification_status: null,
    class_type: null,
  }))
}

/** The id of the last request of a session that was left. */
export function exitRequestId({ events }: LinkSession): string {
  return events.findLast(({ name }) => name === 'EXIT')?.metadata.request_id ?? ''
}
