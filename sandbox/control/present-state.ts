import { isInstitutionDown } from '../acts/find.ts'
import { findInstitution, institutions } from '../institutions/list.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Delivery } from '../state/delivery.ts'
import { itemState, type SandboxItem } from '../state/item.ts'

/** An Item as the play page and the tests see it; its access token stays inside. */
export function presentControlItem(item: SandboxItem) {
  return {
    itemId: item.itemId,
    institutionId: item.institutionId,
    institutionName: findInstitution(item.institutionId)?.name ?? item.institutionId,
    clientUserId: item.clientUserId,
    state: itemState(item),
    errorCode: item.error?.error_code ?? null,
    disconnectsAt: item.disconnect?.at ?? null,
    consentExpirationTime: item.consentExpirationTime,
    webhook: item.webhook,
    createdAt: item.createdAt,
    accounts: item.accounts.map(({ accountId, name, mask, open }) => ({
      accountId,
      name,
      mask,
      open,
      shared: item.sharedAccountIds.includes(accountId),
    })),
  }
}

function presentDelivery(delivery: Delivery) {
  return { ...delivery, type: delivery.webhookType, code: delivery.webhookCode }
}

/** Everything that the play page shows. */
export function presentState(sandbox: Sandbox) {
  const { state } = sandbox.store
  return {
    institutions: institutions.map(({ institutionId, name, signIn }) => ({
      id: institutionId,
      name,
      oauth: signIn === 'oauth',
      down: isInstitutionDown(sandbox, institutionId),
    })),
    items: Object.values(state.items).map(presentControlItem),
    deliveries: state.deliveries.map(presentDelivery).reverse(),
    mailCount: state.mails.length,
    keyEndpointDown: sandbox.moods.keyEndpointDown,
  }
}

/** How often each endpoint was called: altogether, for each Item, and in the largest minute. */
export function presentCalls(sandbox: Sandbox) {
  const { calls, callLimits } = sandbox.moods
  const paths = calls.paths()
  const byPath = Object.fromEntries(Object.entries(paths).map(([path, count]) => [path, count.calls]))
  return { byPath, byItem: calls.items(), paths, limits: callLimits }
}
