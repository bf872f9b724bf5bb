import { db } from '#lib/adapters/db/client.ts'
import { readFact } from '#lib/adapters/db/read-fact.ts'
import { type AccountView, accountView, type InstitutionView, institutionView } from '#lib/adapters/db/views.ts'
import type { HistoryFact } from '#lib/domain/history.ts'
import type { ItemState } from '#lib/domain/item-state.ts'

export type HistoryView = { id: string; at: Date; fact: HistoryFact }

export type ItemForAdmin = {
  itemId: string
  plaidItemId: string
  institution: InstitutionView
  state: ItemState
  stateSince: Date
  errorType: string | null
  errorCode: string | null
  errorCodeReason: string | null
  displayMessage: string | null
  expiresAt: Date | null
  lastUpdateAt: Date | null
  checkedAt: Date | null
  connectedAt: Date
  person: { name: string | null; email: string; otherItems: number }
  /** Null until Plaid was asked; empty when it has none. */
  webhookUrl: string | null
  lastWebhook: { sentAt: Date; code: string | null } | null
  newAccountsAt: Date | null
  accounts: (AccountView & { revokedAt: Date | null })[]
  incident: { openedAt: Date; noticesSent: number } | null
  /** Newest first. */
  history: HistoryView[]
  historyIsCut: boolean
}

const mostHistory = 100

/** All that support needs of one Item; null when there is none. The sealed token stays where it is. */
export async function readItemForAdmin(itemId: string): Promise<ItemForAdmin | null> {
  const item = await readItem(itemId)
  if (!item) return null
  const [incident] = item.incidents
  const { user, history } = item
  return {
    itemId: item.id,
    plaidItemId: item.plaidItemId,
    institution: institutionView(item),
    state: item.state,
    stateSince: item.stateSince,
    errorType: item.errorType,
    errorCode: item.errorCode,
    errorCodeReason: item.errorCodeReason,
    displayMessage: item.displayMessage,
    expiresAt: item.expiresAt,
    lastUpdateAt: item.lastUpdateAt,
    checkedAt: item.checkedAt,
    connectedAt: item.createdAt,
    person: { name: user.name, email: user.email, otherItems: user._count.items - 1 },
    webhookUrl: item.plaidWebhookUrl,
    lastWebhook: item.lastWebhookSentAt ? { sentAt: item.lastWebhookSentAt, code: item.lastWebhookCode } : null,
    newAccountsAt: item.newAccountsAt,
    accounts: item.accounts.map((account) => ({ ...accountView(account), revokedAt: account.revokedAt })),
    incident: incident ? { openedAt: incident.openedAt, noticesSent: incident._count.notices } : null,
    history: history.slice(0, mostHistory).flatMap((entry) => {
      const fact = readFact(entry)
      return fact ? [{ id: entry.id, at: entry.at, fact }] : []
    }),
    historyIsCut: history.length > mostHistory,
  }
}

function readItem(itemId: string) {
  return db().item.findUnique({
    where: { id: itemId },
    include: {
      user: { select: { name: true, email: true, _count: { select: { items: true } } } },
      accounts: { orderBy: { name: 'asc' } },
      institution: { select: { primaryColor: true, hasLogo: true } },
      incidents: {
        where: { closedAt: null },
        include: { _count: { select: { notices: { where: { state: 'sent' } } } } },
      },
      // Several entries share an instant; their ids (uuid 7) keep the order in which they were written.
      history: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: mostHistory + 1 },
    },
  })
}
