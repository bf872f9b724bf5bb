import { db } from '#lib/adapters/db/client.ts'
import type { AttemptState } from '#lib/domain/attempt.ts'
import { type NoticeKind, noticeKinds } from '#lib/domain/notice.ts'
import type { ChannelName } from '#lib/domain/telling.ts'

/** One step of telling that has neither gone nor been dropped. */
export type WaitingView = {
  noticeId: string
  kind: NoticeKind
  number: number
  dueAt: Date
  /** Why it has not gone, as the last decision said; null before the first one. */
  waitsFor: string | null
  /** The message that is on its way with it. */
  messageId: string | null
}

export type AttemptView = {
  attemptId: string
  channel: ChannelName
  /** An e-mail address, or the host of a browser's push service; null for a browser that is forgotten. */
  address: string | null
  state: AttemptState
  /** In the provider's words where it refused. */
  reason: string | null
  triedAt: Date | null
  settledAt: Date | null
}

/** What one person got at one time. */
export type MessageView = {
  messageId: string
  /** Those of its notices that are about this Item. */
  noticeIds: string[]
  /** About how many Items it speaks. */
  topics: number
  createdAt: Date
  attempts: AttemptView[]
}

const mostMessages = 50
const mostWaiting = 20

/** What is still to be told of an Item's open incident, the nearest first. */
export async function readWaiting(itemId: string): Promise<WaitingView[]> {
  const rows = await db().notice.findMany({
    where: { state: 'pending', incident: { itemId, closedAt: null } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: mostWaiting,
  })
  return rows.flatMap(({ id: noticeId, number, dueAt, waitsFor, messageId, ...row }) => {
    const kind = noticeKinds.find((one) => one === row.kind)
    return kind ? [{ noticeId, kind, number, dueAt, waitsFor, messageId }] : []
  })
}

/** The latest messages that spoke of an Item, newest first, with every attempt to bring them over. */
export async function readMessages(itemId: string): Promise<MessageView[]> {
  const messages = await db().message.findMany({
    where: { notices: { some: { incident: { itemId } } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostMessages,
    include: {
      notices: { select: { id: true, incident: { select: { itemId: true } } } },
      attempts: { orderBy: [{ channel: 'asc' }, { id: 'asc' }] },
    },
  })
  const browsers = messages.flatMap(({ attempts }) => attempts.filter(({ channel }) => channel === 'push'))
  const hosts = await readHosts(browsers.map(({ address }) => address))
  return messages.map(({ id, notices, createdAt, attempts }) => ({
    messageId: id,
    noticeIds: notices.flatMap((notice) => (notice.incident.itemId === itemId ? notice.id : [])),
    topics: notices.length,
    createdAt,
    attempts: attempts.map(({ id: attemptId, channel, address, state, reason, triedAt, settledAt }) => ({
      attemptId,
      channel,
      address: channel === 'push' ? (hosts.get(address) ?? null) : address,
      state,
      reason,
      triedAt,
      settledAt,
    })),
  }))
}

/** A subscription's whole address would let its reader write to that browser; its host says enough. */
async function readHosts(subscriptionIds: string[]): Promise<Map<string, string>> {
  if (subscriptionIds.length === 0) return new Map()
  const rows = await db().pushSubscription.findMany({
    where: { id: { in: [...new Set(subscriptionIds)] } },
    select: { id: true, endpoint: true },
  })
  return new Map(rows.flatMap(({ id, endpoint }) => (URL.canParse(endpoint) ? [[id, new URL(endpoint).host]] : [])))
}
