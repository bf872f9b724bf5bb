import type { Transaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { isRefusal } from '#lib/domain/link-codes.ts'
import { type LinkEvent, type LinkStep, signOf, stepOf } from '#lib/domain/link-steps.ts'

/** A session as it stands in the database, with the Item that it is about. */
export type KnownSession = {
  id: string
  incidentId: string
  startedAt: Date
  endedAt: Date | null
  incident: { itemId: string }
}

/** How a session went, as the browser, a webhook or `/link/token/get` tells it. */
export type SessionTold = {
  plaidSessionId: string | null
  end:
    | { type: 'succeeded' }
    | { type: 'left'; errorCode: string | null; status: string | null; requestId: string | null }
    | null
  events: readonly LinkEvent[]
}

/**
 * Keeps what a Link session was told to be: its steps, each once however often and by whom they are told, and its end
 * with an entry in the Item's history.
 */
export async function recordLinkSteps(
  tx: Transaction,
  session: KnownSession,
  told: SessionTold,
  now: Date,
): Promise<void> {
  const steps = stepsOf(told, now)
  await tx.linkSessionStep.createMany({
    data: steps.map((step) => ({
      ...step,
      // By its own time, whatever clock that was, so that two of a kind stay two.
      sign: signOf(step),
      at: within(step.at, session.startedAt, now),
      linkSessionId: session.id,
    })),
    skipDuplicates: true,
  })
  const { plaidSessionId, end } = told
  if (plaidSessionId) await tx.linkSession.update({ where: { id: session.id }, data: { plaidSessionId } })
  if (!end) return
  const { count } = await tx.linkSession.updateMany({
    where: { id: session.id, endedAt: null },
    data: { endedAt: now },
  })
  if (count === 0) return
  const place = { itemId: session.incident.itemId, incidentId: session.incidentId, at: now }
  if (end.type === 'succeeded') {
    return recordHistory(tx, place, { kind: 'link_succeeded', linkSessionId: plaidSessionId })
  }
  const { errorCode, status } = end
  await recordHistory(tx, place, { kind: 'link_exited', errorCode, status, linkSessionId: plaidSessionId })
}

function stepsOf({ end, events }: SessionTold, now: Date): LinkStep[] {
  const steps = events.map(stepOf).filter((step) => step !== null)
  if (!end) return steps
  if (end.type === 'succeeded') return [...steps, step('succeeded', now)]
  const { errorCode, status: exitStatus, requestId } = end
  // An event can be late or lost; the error that Link was left with tells of a refusal just as well.
  const isUntold = isRefusal(errorCode) && !steps.some((one) => one.kind === 'failed' && one.errorCode === errorCode)
  const refusal = isUntold ? [step('failed', now, { errorCode, requestId })] : []
  return [...steps, ...refusal, step('left', now, { errorCode, exitStatus, requestId })]
}

function step(kind: LinkStep['kind'], at: Date, more: Partial<LinkStep> = {}): LinkStep {
  return { kind, at, errorCode: null, exitStatus: null, requestId: null, ...more }
}

/** A browser's clock may be wrong; what it tells happened in the session all the same. */
function within(at: Date, from: Date, until: Date): Date {
  return new Date(Math.min(Math.max(at.getTime(), from.getTime()), until.getTime()))
}
