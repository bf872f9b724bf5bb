import { db } from '#lib/adapters/db/client.ts'
import { readFact } from '#lib/adapters/db/read-fact.ts'
import type { ItemModel } from '#lib/adapters/db/rows.ts'
import {
  type AccountView,
  accountView,
  type InstitutionView,
  institutionView,
  itemHealth,
} from '#lib/adapters/db/views.ts'
import { classifyError, type ErrorClass } from '#lib/domain/error-class.ts'
import type { HistoryKind } from '#lib/domain/history.ts'
import { type ItemState, isBroken } from '#lib/domain/item-state.ts'

export type DashboardItem = {
  itemId: string
  institution: InstitutionView
  state: ItemState
  errorClass: ErrorClass | null
  stateSince: Date
  expiresAt: Date | null
  lastUpdateAt: Date | null
  connectedAt: Date
  /** When the bank told of accounts that the person has not shared. */
  newAccountsAt: Date | null
  accounts: AccountView[]
}

export type LatelyEntry = {
  id: string
  at: Date
  kind: HistoryKind
  institutionName: string
  itemId: string
  /** Which state it became, for `state_changed`. */
  to: ItemState | null
}

const mostItems = 100
const mostLately = 6

/** What a person sees of their own banks: those that need them first. Removed Items are left out. */
export async function readDashboard(userId: string): Promise<{ items: DashboardItem[]; lately: LatelyEntry[] }> {
  const [items, entries] = await Promise.all([
    db().item.findMany({
      where: { userId, state: { not: 'removed' } },
      include: {
        accounts: { where: { goneAt: null }, orderBy: { name: 'asc' } },
        institution: { select: { primaryColor: true, hasLogo: true } },
      },
      orderBy: { createdAt: 'asc' },
      take: mostItems,
    }),
    readLately(userId),
  ])
  return {
    items: items
      .map((item) => ({
        ...dashboardItem(item),
        institution: institutionView(item),
        accounts: item.accounts.map(accountView),
      }))
      .toSorted((one, other) => rank(one.state) - rank(other.state)),
    lately: entries.flatMap(({ kind, detail, ...entry }) => {
      const fact = readFact({ kind, detail })
      return fact ? [{ ...entry, kind: fact.kind, to: fact.kind === 'state_changed' ? fact.to : null }] : []
    }),
  }
}

type StoredEntry = Omit<LatelyEntry, 'kind' | 'to'> & { kind: string; detail: unknown }

/** A few entries of each Item, of which the newest remain. The kinds are those of an index, which has nothing else. */
function readLately(userId: string) {
  return db().$queryRaw<StoredEntry[]>`
    SELECT entry.id, entry.at, entry.kind, entry.detail, items.id AS "itemId", institution_name AS "institutionName"
    FROM items CROSS JOIN LATERAL (
      SELECT id, at, kind, detail FROM history_entries
      WHERE item_id = items.id AND kind IN ('connected', 'state_changed', 'notice_sent', 'repair_proved')
      ORDER BY at DESC LIMIT ${mostLately}) AS entry
    WHERE user_id = ${userId}
    ORDER BY entry.at DESC, entry.id DESC LIMIT ${mostLately}`
}

function dashboardItem(item: ItemModel) {
  const { error } = itemHealth(item)
  return {
    itemId: item.id,
    state: item.state,
    errorClass: error ? classifyError(error) : null,
    stateSince: item.stateSince,
    expiresAt: item.expiresAt,
    lastUpdateAt: item.lastUpdateAt,
    connectedAt: item.createdAt,
    newAccountsAt: item.newAccountsAt,
  }
}

/** Broken before ending soon before working. */
function rank(state: ItemState): number {
  if (state === 'disconnecting_soon') return 1
  return isBroken(state) ? 0 : 2
}
