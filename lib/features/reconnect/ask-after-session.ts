import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { getLinkSession, type LinkSessionSeen } from '#lib/adapters/plaid/get-link-session.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { open } from '#lib/adapters/vault/sealed.ts'
import { minuteMs } from '#lib/domain/durations.ts'
import type { LinkExit } from '#lib/domain/link-end.ts'
import { recordLinkSteps, type SessionTold } from './record-link-steps.ts'

/** How a session stands at Plaid: `unknown` where Plaid lists nothing of it (yet). */
export type SessionStand = { stand: 'unknown' | 'running' | 'succeeded' } | { stand: 'left'; exit: LinkExit }

// Plaid tells of an abandoned session 5 to 15 minutes after the last act (plaid-openapi, LinkEventsWebhook).
const pollAgainMs = [minuteMs, 2 * minuteMs, 5 * minuteMs, 10 * minuteMs, 15 * minuteMs]

/**
 * Asks Plaid how a session went, and keeps it. For hosted sessions, whose end no browser tells us.
 * @throws PlaidFault
 */
export async function askAfterSession(linkSessionId: string, now: Date): Promise<SessionStand & { itemId: string }> {
  const session = await db().linkSession.findUniqueOrThrow({
    where: { id: linkSessionId },
    include: { incident: { select: { itemId: true } } },
  })
  const { itemId } = session.incident
  const seen = await getLinkSession(open(session.sealedToken, session.id))
  if (!seen) return { stand: 'unknown', itemId }
  const stand = standOf(seen)
  const { plaidSessionId, events } = seen
  await inTransaction((tx) => recordLinkSteps(tx, session, { plaidSessionId, events, end: endOf(stand) }, now))
  return { ...stand, itemId }
}

/**
 * The job behind it: asks until the session has ended or can end no more, less and less often.
 * @returns the Item to ask about when the session succeeded
 */
export async function pollLinkSession(linkSessionId: string, now: Date): Promise<string | null> {
  const session = await db().linkSession.findUnique({ where: { id: linkSessionId } })
  if (!session || session.endedAt) return null
  const { stand, itemId } = await askAfterSession(linkSessionId, now)
  if (stand === 'succeeded') return itemId
  const pauseMs = pollAgainMs.find((ms) => now.getTime() - session.startedAt.getTime() < 2 * ms) ?? 15 * minuteMs
  const nextAt = new Date(now.getTime() + pauseMs)
  const isOver = stand === 'left' || now.getTime() > session.expiresAt.getTime() + 15 * minuteMs
  if (!isOver) await inTransaction((tx) => enqueue(tx, 'poll-link-session', { linkSessionId }, nextAt))
  return null
}

function standOf({ finishedAt, exit, events }: LinkSessionSeen): SessionStand {
  if (exit) return { stand: 'left', exit }
  const hasHandedOff = events.some(({ name }) => name === 'HANDOFF')
  return { stand: hasHandedOff || finishedAt !== null ? 'succeeded' : 'running' }
}

function endOf(stand: SessionStand): SessionTold['end'] {
  if (stand.stand === 'succeeded') return { type: 'succeeded' }
  if (stand.stand !== 'left') return null
  const { errorCode, status } = stand.exit
  return { type: 'left', errorCode, status, requestId: null }
}
