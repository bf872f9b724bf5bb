import { db, inTransaction } from '#lib/adapters/db/client.ts'
import type { Advice } from '#lib/domain/advice.ts'
import { adviceFor, countTries, type Try, triesAgeMs } from '#lib/domain/coach.ts'
import { isRefusal } from '#lib/domain/link-codes.ts'
import type { LinkExit } from '#lib/domain/link-end.ts'
import { requireUsableLink, type UsableLink } from './find-reconnect-link.ts'
import { type KnownSession, recordLinkSteps, type SessionTold } from './record-link-steps.ts'

export type BrowserTold = SessionTold & { linkSessionId: string; exit: LinkExit | null }
export type Advised = { advice: Advice; tries: number }

/**
 * Keeps how a Link session ended in the browser, and says what to tell the person.
 * @returns null after a success: the proof is asked for next
 * @throws ReconnectLinkClosed
 */
export async function endLinkSession(token: string, told: BrowserTold, now: Date): Promise<Advised | null> {
  const link = await requireUsableLink(token, now)
  const session = await findSession(link, told.linkSessionId)
  if (session) await inTransaction((tx) => recordLinkSteps(tx, session, told, now))
  if (!told.exit) return null
  return advise(link.incident.id, { exit: told.exit, sessionId: session?.id ?? null }, now)
}

/** What to tell the person after a session that ended without success, judged by all sessions of the incident. */
export async function advise(
  incidentId: string,
  { exit, sessionId }: { exit: LinkExit; sessionId: string | null },
  now: Date,
): Promise<Advised> {
  const steps = await readTries(incidentId, now)
  const tries = countTries(steps, now)
  const refusals = steps.filter(({ linkSessionId, errorCode }) => linkSessionId === sessionId && isRefusal(errorCode))
  return { tries, advice: adviceFor({ exit, tries, lastRefusal: refusals.at(-1)?.errorCode ?? null }) }
}

/** The sign-ins of an incident's sessions that a bank refused or let in lately, oldest first. */
export async function readTries(incidentId: string, now: Date): Promise<(Try & { linkSessionId: string })[]> {
  const rows = await db().linkSessionStep.findMany({
    where: {
      linkSession: { incidentId },
      kind: { in: ['failed', 'succeeded'] },
      at: { gt: new Date(now.getTime() - triesAgeMs) },
    },
    orderBy: { at: 'asc' },
    take: 200,
    select: { kind: true, errorCode: true, at: true, linkSessionId: true },
  })
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind === 'failed' ? 'failed' : 'succeeded' }))
}

function findSession(link: UsableLink, linkSessionId: string): Promise<KnownSession | null> {
  return db().linkSession.findFirst({
    where: { id: linkSessionId, reconnectLinkId: link.linkId },
    include: { incident: { select: { itemId: true } } },
  })
}
