import { inTransaction } from '#lib/adapters/db/client.ts'
import { readLanguage } from '#lib/adapters/db/read-language.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { itemHealth } from '#lib/adapters/db/views.ts'
import { createUpdateModeLinkToken } from '#lib/adapters/plaid/create-link-token.ts'
import { lookUpError } from '#lib/domain/error-class.ts'
import { canReconnect } from '#lib/domain/item-state.ts'
import { requireOpenLink } from './find-reconnect-link.ts'

export type UpdateModeStart =
  | { outcome: 'started'; linkToken: string; expiresAt: Date }
  | { outcome: 'already_healthy' }
  | { outcome: 'cannot_reconnect' }

/**
 * Mints the update-mode link token behind the "Continue" button, in the person's language. Call `refreshItem` first, so that an Item that was
 * repaired elsewhere meanwhile opens no Link.
 * @throws ReconnectLinkClosed; PlaidFault
 */
export async function startUpdateMode(token: string, now: Date): Promise<UpdateModeStart> {
  const { item, incident } = await requireOpenLink(token, now)
  if (item.state === 'healthy') return { outcome: 'already_healthy' }
  if (!canReconnect(item.state)) return { outcome: 'cannot_reconnect' }
  const { error } = itemHealth(item)
  const need = (error && lookUpError(error).updateMode) ?? 'plain'
  const person = { clientUserId: item.userId, language: await readLanguage(item.userId) }
  const { linkToken, expiresAt, requestId } = await createUpdateModeLinkToken(person, item, need)
  await inTransaction((tx) =>
    recordHistory(
      tx,
      { itemId: item.id, incidentId: incident.id, at: now },
      { kind: 'update_mode_started', requestId, by: 'reconnect_link' },
    ),
  )
  return { outcome: 'started', linkToken, expiresAt }
}
