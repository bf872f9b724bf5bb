import type { ItemHealth } from '#lib/domain/item-state.ts'
import type { BankAccountModel, ItemModel } from './generated/models.ts'

/** What pages and mails show of a bank. */
export type InstitutionView = {
  institutionId: string | null
  name: string
  /** A path of ours, or null where the bank has no logo. */
  logoUrl: string | null
  primaryColor: string | null
}

/** What pages and mails show of a bank account. */
export type AccountView = { plaidAccountId: string; name: string; mask: string | null }

type ItemWithInstitution = Pick<ItemModel, 'institutionId' | 'institutionName'> & {
  institution: { primaryColor: string | null; hasLogo: boolean } | null
}

/** An Item's bank as it is shown; the name from the Item, so that it is there even before the bank was asked for. */
export function institutionView(item: ItemWithInstitution): InstitutionView {
  return {
    institutionId: item.institutionId,
    name: item.institutionName,
    logoUrl: item.institution?.hasLogo ? `/institutions/${item.institutionId}/logo` : null,
    primaryColor: item.institution?.primaryColor ?? null,
  }
}

/** The columns of an account that leave the database. */
export function accountView(account: BankAccountModel): AccountView {
  return { plaidAccountId: account.plaidAccountId, name: account.name, mask: account.mask }
}

/** The part of an Item's row that decisions read. */
export function itemHealth(item: ItemModel): ItemHealth {
  const error = item.errorCode
    ? {
        errorType: item.errorType ?? 'ITEM_ERROR',
        errorCode: item.errorCode,
        errorCodeReason: item.errorCodeReason,
        displayMessage: item.displayMessage,
      }
    : null
  return { state: item.state, error, expiresAt: item.expiresAt, consentEndsAt: item.consentEndsAt }
}
