import { db } from '#lib/adapters/db/client.ts'
import { itemHealth } from '#lib/adapters/db/views.ts'
import { countTries } from '#lib/domain/coach.ts'
import { readTries } from './end-link-session.ts'
import { requireOpenLink } from './find-reconnect-link.ts'

/** What support needs to know about a person who cannot go on. No secret and nothing that they typed. */
export type SupportCase = {
  itemId: string
  institutionName: string
  errorCode: string | null
  brokenSince: Date
  /** Sign-ins that the bank refused in a row, within a day. */
  tries: number
  sessions: { plaidSessionId: string | null; startedAt: Date; codes: string[]; requestIds: string[] }[]
}

const mostSessions = 5

/**
 * The case of a person who is stuck behind a reconnect link. Reads only.
 * @throws ReconnectLinkClosed
 */
export async function readSupportCase(token: string, now: Date): Promise<SupportCase> {
  const { item, incident } = await requireOpenLink(token, now)
  const [tries, sessions] = await Promise.all([readTries(incident.id, now), readSessions(incident.id)])
  return {
    itemId: item.id,
    institutionName: item.institutionName,
    errorCode: itemHealth(item).error?.errorCode ?? null,
    brokenSince: incident.openedAt,
    tries: countTries(tries, now),
    sessions,
  }
}

async function readSessions(incidentId: string): Promise<SupportCase['sessions']> {
  const rows = await db().linkSession.findMany({
    where: { incidentId },
    orderBy: { startedAt: 'desc' },
    take: mostSessions,
    include: { steps: { where: { kind: { in: ['failed', 'left'] } }, orderBy: { at: 'asc' }, take: 20 } },
  })
  return rows.map(({ plaidSessionId, startedAt, steps }) => ({
    plaidSessionId,
    startedAt,
    codes: steps.flatMap(({ kind, errorCode }) => (kind === 'failed' && errorCode ? [errorCode] : [])),
    requestIds: steps.flatMap(({ requestId }) => requestId ?? []),
  }))
}
