import { db } from '#lib/adapters/db/client.ts'
import { readFact } from '#lib/adapters/db/read-fact.ts'
import { type InstitutionView, institutionView } from '#lib/adapters/db/views.ts'
import type { HistoryKind } from '#lib/domain/history.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { type BrokenItemList, type BrokenItemsPage, findBrokenItems } from './find-broken-items.ts'
import { pageSize, writePageKey } from './page-key.ts'
import { countSentNotices, type LastStep, readLastSteps } from './read-step-facts.ts'

export type BrokenItemRow = {
  itemId: string
  person: { name: string | null; email: string }
  institution: InstitutionView
  state: ItemState
  errorCode: string | null
  errorCodeReason: string | null
  openedAt: Date
  told: {
    sent: number
    /** The newest step that came to its end. */
    last: { state: 'sent' | 'dropped' | 'failed'; at: Date; reason: string | null } | null
    /** The newest step that has not; `isOnItsWay` once its message was put together. */
    waiting: { dueAt: Date; waitsFor: string | null; isOnItsWay: boolean } | null
    /** Why nothing more goes out by itself. */
    ended: 'held' | 'stopped' | 'handed_over' | null
    handedOverReason: string | null
  }
  lastStep: { kind: HistoryKind; at: Date } | null
}

/**
 * Items with an open incident, the newest breakage first, one page by key.
 * @param page `after` is the `next` of the page before; `search` looks in e-mail, name, bank and Plaid's Item id
 */
export async function readBrokenItems(
  page: BrokenItemsPage,
): Promise<{ rows: BrokenItemRow[]; counts: Record<BrokenItemList, number>; next: string | null }> {
  const limit = page.limit ?? pageSize
  const { found, counts } = await findBrokenItems(page, limit + 1)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const ids = shown.map(({ id }) => id)
  const [incidents, steps, sent] = await Promise.all([readIncidents(ids), readLastSteps(ids), countSentNotices(ids)])
  return {
    rows: incidents.map((incident) => toRow(incident, sent.get(incident.id) ?? 0, steps.get(incident.id))),
    counts,
    next: found.length > limit && last ? writePageKey(last) : null,
  }
}

function readIncidents(ids: string[]) {
  return db().incident.findMany({
    where: { id: { in: ids } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    include: {
      // The newest has its end before it or is waiting for it; with two kinds at once there may be two that wait.
      notices: { orderBy: { createdAt: 'desc' }, take: 3 },
      item: {
        include: {
          user: { select: { name: true, email: true } },
          institution: { select: { primaryColor: true, hasLogo: true } },
        },
      },
    },
  })
}

type StoredIncident = Awaited<ReturnType<typeof readIncidents>>[number]

function toRow(incident: StoredIncident, sent: number, step: LastStep | undefined): BrokenItemRow {
  const { item } = incident
  const fact = step ? readFact(step) : null
  return {
    itemId: item.id,
    person: item.user,
    institution: institutionView(item),
    state: item.state,
    errorCode: item.errorCode,
    errorCodeReason: item.errorCodeReason,
    openedAt: incident.openedAt,
    told: toldOf(incident, sent),
    lastStep: step && fact ? { kind: fact.kind, at: step.at } : null,
  }
}

function toldOf(incident: StoredIncident, sent: number): BrokenItemRow['told'] {
  const { notices, heldAt, stoppedAt, handedOverAt, handedOverReason } = incident
  const waiting = notices.find(({ state }) => state === 'pending')
  const [last] = notices.flatMap(({ state, settledAt, createdAt, reason }) =>
    state === 'pending' ? [] : [{ state, at: settledAt ?? createdAt, reason }],
  )
  return {
    sent,
    last: last ?? null,
    waiting: waiting
      ? { dueAt: waiting.dueAt, waitsFor: waiting.waitsFor, isOnItsWay: waiting.messageId !== null }
      : null,
    ended: handedOverAt ? 'handed_over' : stoppedAt ? 'stopped' : heldAt ? 'held' : null,
    handedOverReason,
  }
}
