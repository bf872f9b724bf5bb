import { inTransaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { requireOpenLink } from './find-reconnect-link.ts'

export type LinkExit = { errorCode: string | null; status: string | null; linkSessionId: string | null }

/**
 * Keeps how a person left Link, for those who support them.
 * @throws ReconnectLinkClosed
 */
export async function recordExit(token: string, exit: LinkExit, now: Date): Promise<void> {
  const { item, incident } = await requireOpenLink(token, now)
  const place = { itemId: item.id, incidentId: incident.id, at: now }
  await inTransaction((tx) => recordHistory(tx, place, { kind: 'link_exited', ...exit }))
}
