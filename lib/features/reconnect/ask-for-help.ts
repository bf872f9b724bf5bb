import { inTransaction } from '#lib/adapters/db/client.ts'
import { handOver } from '#lib/adapters/db/hand-over.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { requireOpenLink } from './find-reconnect-link.ts'
import { readSupportCase } from './read-support-case.ts'

/**
 * A person asks support for help: hands the incident over, once, and keeps the case in the Item's history.
 * @throws ReconnectLinkClosed
 */
export async function askForHelp(token: string, now: Date): Promise<void> {
  const { item, incident } = await requireOpenLink(token, now)
  const { tries, sessions } = await readSupportCase(token, now)
  const place = { itemId: item.id, incidentId: incident.id, at: now }
  await inTransaction(async (tx) => {
    await recordHistory(tx, place, {
      kind: 'help_asked',
      tries,
      linkSessionIds: sessions.flatMap(({ plaidSessionId }) => plaidSessionId ?? []),
      requestIds: sessions.flatMap(({ requestIds }) => requestIds),
    })
    await handOver(tx, place, 'asked_for_help')
  })
}
