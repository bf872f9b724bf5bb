import { db } from '#lib/adapters/db/client.ts'
import type { WebhookDeliveryModel } from '#lib/adapters/db/rows.ts'
import { type Hint, readWebhook } from '#lib/domain/hint.ts'
import type { AccountNote, FoundBy, HistoryFact } from '#lib/domain/history.ts'
import { parseWebhook } from './parse-webhook.ts'
import { type LinkWebhook, readLinkWebhook } from './read-link-webhook.ts'

/** A hint about one of our Items, with what the history says of it; or what a Link session of ours was told to be. */
export type Said = { about: 'item'; itemId: string; occasion: Occasion } | ({ about: 'session' } & LinkWebhook)

type Occasion = { hint: Hint; hintedAt: Date; by: FoundBy; facts: HistoryFact[] }

/** Why a delivery asks for nothing; the Item is null where it is none of ours. */
export type Ignored = { ignored: string; itemId: string | null; noted: AccountNote | null }

const announcements = ['PENDING_EXPIRATION', 'PENDING_DISCONNECT']

/** What a recorded delivery says about one of our Items. Reads only. */
export async function judgeDelivery(delivery: WebhookDeliveryModel): Promise<Said | Ignored> {
  const session = delivery.webhookType === 'LINK' ? readLinkWebhook(delivery.body) : null
  if (session) return { about: 'session', ...session }
  const webhook = parseWebhook(delivery.body)
  const { webhookType, webhookCode, plaidItemId } = webhook
  if (!plaidItemId) return { ignored: 'names_no_item', itemId: null, noted: null }
  const item = await db().item.findUnique({ where: { plaidItemId }, select: { id: true } })
  if (!item) return { ignored: 'unknown_item', itemId: null, noted: null }
  const itemId = item.id
  const reading = readWebhook(webhook)
  if ('ignored' in reading) return { ignored: reading.ignored, itemId, noted: reading.noted ?? null }
  const isOver =
    reading.hint.type === 'disconnect_announced' ? await whyOver(itemId, plaidItemId, delivery, webhook.endsAt) : null
  if (isOver) return { ignored: isOver, itemId, noted: null }
  const by = delivery.source === 'api' ? 'api' : 'webhook'
  const fact: HistoryFact = { kind: 'webhook_received', webhookType, webhookCode, deliveryId: delivery.id }
  return { about: 'item', itemId, occasion: { hint: reading.hint, hintedAt: delivery.receivedAt, by, facts: [fact] } }
}

/**
 * Why an announcement holds no more. `/item/get` cannot tell: until its end the Item works, renewed or not. So an
 * announcement that is read late, or comes again, must not undo a repair or a later announcement.
 */
async function whyOver(itemId: string, plaidItemId: string, { receivedAt }: WebhookDeliveryModel, endsAt: Date | null) {
  const all = await db().webhookDelivery.findMany({
    where: { plaidItemId, webhookType: 'ITEM', webhookCode: { in: announcements } },
    orderBy: { receivedAt: 'asc' },
  })
  // Plaid sends a webhook again, for up to a day, when our answer was lost. The same end is the same announcement.
  const first = all.find(({ body }) => endsAt !== null && parseWebhook(body).endsAt?.getTime() === endsAt.getTime())
  const repaired = await db().incident.count({ where: { itemId, closedAt: { gt: first?.receivedAt ?? receivedAt } } })
  if (repaired > 0) return 'repaired_since'
  return all.some((other) => other.receivedAt > receivedAt) ? 'announced_anew_since' : null
}
