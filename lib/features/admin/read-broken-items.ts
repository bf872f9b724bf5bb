import { db, type Prisma } from '#lib/adapters/db/client.ts'
import { readFact } from '#lib/adapters/db/read-fact.ts'
import { type InstitutionView, institutionView } from '#lib/adapters/db/views.ts'
import type { HistoryKind } from '#lib/domain/history.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { readPageKey, writePageKey } from './page-key.ts'

export type BrokenItemRow = {
  itemId: string
  person: { name: string | null; email: string }
  institution: InstitutionView
  state: ItemState
  errorCode: string | null
  errorCodeReason: string | null
  openedAt: Date
  notices: {
    sent: number
    lastAt: Date | null
    lastState: 'pending' | 'sent' | 'dropped' | 'failed' | null
    lastReason: string | null
  }
  lastStep: { kind: HistoryKind; at: Date } | null
}

export type BrokenItemsPage = { after?: string | null; search?: string | null; limit?: number }

const personSteps: HistoryKind[] = ['update_mode_started', 'link_exited', 'repair_not_proved']

/**
 * Items with an open incident, the newest breakage first, one page by key.
 * @param page `after` is the `next` of the page before; `search` looks in e-mail, name, bank and Plaid's Item id
 */
export async function readBrokenItems(
  page: BrokenItemsPage,
): Promise<{ rows: BrokenItemRow[]; total: number; next: string | null }> {
  const limit = page.limit ?? 50
  const search = searchFilter(page.search)
  const [incidents, total] = await Promise.all([
    readIncidents({ AND: [search, afterFilter(page.after)] }, limit + 1),
    db().incident.count({ where: search }),
  ])
  const shown = incidents.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(toRow),
    total,
    next: incidents.length > limit && last ? writePageKey({ at: last.openedAt, id: last.id }) : null,
  }
}

function readIncidents(where: Prisma.IncidentWhereInput, take: number) {
  return db().incident.findMany({
    where,
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take,
    include: {
      notices: {
        // A step that is planned for later has told nobody anything yet.
        where: { OR: [{ state: { not: 'pending' } }, { messageId: { not: null } }] },
        orderBy: { createdAt: 'desc' },
        take: 1,
      },
      _count: { select: { notices: { where: { state: 'sent' } } } },
      item: {
        include: {
          user: { select: { name: true, email: true } },
          institution: { select: { primaryColor: true, hasLogo: true } },
          history: { where: { kind: { in: personSteps } }, orderBy: { at: 'desc' }, take: 1 },
        },
      },
    },
  })
}

function toRow(incident: Awaited<ReturnType<typeof readIncidents>>[number]): BrokenItemRow {
  const { item } = incident
  const [notice] = incident.notices
  const [step] = item.history
  const fact = step ? readFact(step) : null
  return {
    itemId: item.id,
    person: item.user,
    institution: institutionView(item),
    state: item.state,
    errorCode: item.errorCode,
    errorCodeReason: item.errorCodeReason,
    openedAt: incident.openedAt,
    notices: {
      sent: incident._count.notices,
      lastAt: notice ? (notice.settledAt ?? notice.createdAt) : null,
      lastState: notice?.state ?? null,
      lastReason: notice?.reason ?? null,
    },
    lastStep: step && fact && step.at >= incident.openedAt ? { kind: fact.kind, at: step.at } : null,
  }
}

function searchFilter(search: string | null | undefined): Prisma.IncidentWhereInput {
  const text = search?.trim().replaceAll('\0', '')
  if (!text) return { closedAt: null }
  const contains = { contains: text, mode: 'insensitive' } as const
  return {
    closedAt: null,
    item: {
      OR: [
        { user: { email: contains } },
        { user: { name: contains } },
        { institutionName: contains },
        { plaidItemId: text },
      ],
    },
  }
}

function afterFilter(after: string | null | undefined): Prisma.IncidentWhereInput {
  const key = readPageKey(after)
  if (!key) return {}
  return { OR: [{ openedAt: { lt: key.at } }, { openedAt: key.at, id: { lt: key.id } }] }
}
