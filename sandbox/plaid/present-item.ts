import type { ItemWithConsentFields } from 'plaid'
import { findInstitution } from '../institutions/list.ts'
import type { SandboxItem } from '../state/item.ts'
import type { Wire } from './wire.ts'

/** The Item as Plaid's endpoints show it. */
export function presentItem(item: SandboxItem) {
  return {
    item_id: item.itemId,
    institution_id: item.institutionId,
    institution_name: findInstitution(item.institutionId)?.name ?? null,
    webhook: item.webhook,
    auth_method: null,
    error: item.error,
    available_products: [],
    billed_products: item.products,
    products: item.products,
    consented_products: item.products,
    consent_expiration_time: item.consentExpirationTime,
    update_type: 'background',
    created_at: item.createdAt,
  } satisfies Wire<ItemWithConsentFields>
}
