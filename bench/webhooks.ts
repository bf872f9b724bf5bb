import type { Place } from './place.ts'

export type SignedWebhook = { body: string; signature: string }

const signedAtOnce = 1_000

/** One signed `ITEM: ERROR` after the other about these Items, in turn. */
export async function signWebhooks({ sandbox }: Place, itemIds: string[], count: number): Promise<SignedWebhook[]> {
  const bodies = Array.from({ length: count }, (_, index) => errorBody(itemIds[index % itemIds.length] ?? ''))
  const signed: SignedWebhook[] = []
  for (let from = 0; from < count; from += signedAtOnce) {
    const some = bodies.slice(from, from + signedAtOnce)
    const signatures = await sandbox.signMany(some)
    signed.push(...some.map((body, index) => ({ body, signature: signatures[index] ?? '' })))
  }
  return signed
}

/** As Plaid writes it: two spaces. */
function errorBody(itemId: string): string {
  const error = {
    display_message: 'The login details of this account have changed. Please sign in again.',
    error_code: 'ITEM_LOGIN_REQUIRED',
    error_message:
      "the login details of this item have changed (credentials, MFA, or required user action) and a user login is required to update this information. use Link's update mode to restore the item to a good state",
    error_type: 'ITEM_ERROR',
    status: 400,
  }
  const body = { webhook_type: 'ITEM', webhook_code: 'ERROR', item_id: itemId, error, environment: 'sandbox' }
  return JSON.stringify(body, null, 2)
}
