import { db } from '#lib/adapters/db/client.ts'
import { readFact } from '#lib/adapters/db/read-fact.ts'
import { type AccountView, accountView, type InstitutionView, institutionView } from '#lib/adapters/db/views.ts'
import type { HistoryFact } from '#lib/domain/history.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { type LinkSessionView, readLinkSessions } from './read-link-sessions.ts'
import { type MessageView, readMessages, readWaiting, type WaitingView } from './read-messages.ts'
import { type PersonReach, readPersonReach } from './read-person-reach.ts'
import { countSentNotices } from './read-step-facts.ts'
import { readUnconfirmed, type Unconfirmed } from './read-unconfirmed.ts'

export type HistoryView = { id: string; at: Date; fact: HistoryFact }

export type OpenIncident = {
  openedAt: Date
  noticesSent: number
  /** Since when an admin holds its messages. */
  heldAt: Date | null
  stoppedAt: Date | null
  /** When nobody would be written to by itself any more. */
  handedOver: { at: Date; reason: string | null } | null
}

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
  person: { name: string | null; email: string; otherItems: number; reach: PersonReach }
  /** Null until Plaid was asked; empty when it has none. */
  webhookUrl: string | null
  lastWebhook: { sentAt: Date; code: string | null } | null
  newAccountsAt: Date | null
  /** What webhooks told and Plaid has not confirmed yet, the oldest first. */
  unconfirmed: Unconfirmed[]
  accounts: (AccountView & { revokedAt: Date | null })[]
  incident: OpenIncident | null
  /** What the person has still to be told of the open incident, the nearest first. */
  waiting: WaitingView[]
  /** What the person was told of this Item, newest first. */
  messages: MessageView[]
  /** The last sessions of Link, newest first. */
  linkSessions: LinkSessionView[]
  /** Newest first. */
  history: HistoryView[]
  historyIsCut: boolean
}

const mostHistory = 100

/** All that support needs of one Item; null when there is none. The sealed token stays where it is. */
export async function readItemForAdmin(itemId: string): Promise<ItemForAdmin | null> {
  const [item, waiting, messages, linkSessions] = await Promise.all([
    readItem(itemId),
    readWaiting(itemId),
    readMessages(itemId),
    readLinkSessions(itemId),
  ])
  if (!item) return null
  const { user, history, incidents } = item
  const [incident] = incidents
  // Counted apart: as part of the Item Prisma would group all Items and all notices there are.
  const [reach, otherItems, sent, unconfirmed] = await Promise.all([
    readPersonReach(user),
    db().item.count({ where: { userId: user.id, id: { not: itemId } } }),
    countSentNotices(incident ? [incident.id] : []),
    readUnconfirmed(item.plaidItemId),
  ])
  return {
    ...itemColumns(item),
    person: { name: user.name, email: user.email, otherItems, reach },
    unconfirmed,
    accounts: item.accounts.map((account) => ({ ...accountView(account), revokedAt: account.revokedAt })),
    incident: incident ? openIncident(incident, sent.get(incident.id) ?? 0) : null,
    waiting,
    messages,
    linkSessions,
    history: history.slice(0, mostHistory).flatMap(historyView),
    historyIsCut: history.length > mostHistory,
  }
}

/** Nothing for an entry of a kind that this version does not know. */
function historyView(entry: { id: string; at: Date; kind: string; detail: unknown }): HistoryView[] {
  const fact = readFact(entry)
  return fact ? [{ id: entry.id, at: entry.at, fact }] : []
}

function itemColumns(item: StoredItem) {
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
    webhookUrl: item.plaidWebhookUrl,
    lastWebhook: item.lastWebhookSentAt ? { sentAt: item.lastWebhookSentAt, code: item.lastWebhookCode } : null,
    newAccountsAt: item.newAccountsAt,
  }
}

type StoredItem = NonNullable<Awaited<ReturnType<typeof readItem>>>

function openIncident(incident: StoredItem['incidents'][number], noticesSent: number): OpenIncident {
  const { openedAt, heldAt, stoppedAt, handedOverAt: at, handedOverReason: reason } = incident
  return { openedAt, heldAt, stoppedAt, handedOver: at ? { at, reason } : null, noticesSent }
}

function readItem(itemId: string) {
  return db().item.findUnique({
    where: { id: itemId },
    include: {
      user: true,
      accounts: { where: { goneAt: null }, orderBy: { name: 'asc' } },
      institution: { select: { primaryColor: true, hasLogo: true } },
      incidents: { where: { closedAt: null } },
      // Several entries share an instant; their ids (uuid 7) keep the order in which they were written.
      history: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: mostHistory + 1 },
    },
  })
}
