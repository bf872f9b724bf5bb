import { db } from '#lib/adapters/db/client.ts'
import type { WebhookDeliveryModel } from '#lib/adapters/db/rows.ts'
import { type Announcement, type Standing, standingOf } from '#lib/domain/announcement.ts'
import { type Hint, type Occasion, readWebhook } from '#lib/domain/hint.ts'
import type { AccountNote, HistoryFact } from '#lib/domain/history.ts'
import { parseWebhook } from './parse-webhook.ts'
import { type LinkWebhook, readLinkWebhook } from './read-link-webhook.ts'

/** A hint about one of our Items, with what the history says of it; or what a Link session of ours was told to be. */
export type Said = { about: 'item'; itemId: string; occasion: Occasion } | ({ about: 'session' } & LinkWebhook)

/** Why a delivery asks for nothing; the Item is null where it is none of ours. */
export type Ignored = { ignored: string; itemId: string | null; noted: AccountNote | null }

const announcements = ['PENDING_EXPIRATION', 'PENDING_DISCONNECT']
const mostAnnouncements = 100 // of one Item; Plaid sends a few a year

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
  const standing = reading.hint.type === 'disconnect_announced' ? await readStanding(itemId, delivery) : 'news'
  if (standing === 'repaired_since' || standing === 'announced_anew_since') {
    return { ignored: standing, itemId, noted: null }
  }
  const hint: Hint = standing === 'heard' ? { type: 'asked' } : reading.hint
  const by = delivery.source === 'api' ? 'api' : 'webhook'
  const fact: HistoryFact = { kind: 'webhook_received', webhookType, webhookCode, deliveryId: delivery.id }
  return { about: 'item', itemId, occasion: { hint, hintedAt: delivery.receivedAt, by, facts: [fact] } }
}

async function readStanding(itemId: string, delivery: WebhookDeliveryModel): Promise<Standing> {
  const { plaidItemId } = delivery
  const newest = await db().webhookDelivery.findMany({
    where: { plaidItemId, webhookType: 'ITEM', webhookCode: { in: announcements } },
    orderBy: { receivedAt: 'desc' },
    take: mostAnnouncements,
  })
  const { _max } = await db().incident.aggregate({ where: { itemId }, _max: { closedAt: true } })
  return standingOf(toAnnouncement(delivery), newest.map(toAnnouncement).reverse(), _max.closedAt)
}

function toAnnouncement({ webhookCode: code, receivedAt, body, outcome }: WebhookDeliveryModel): Announcement {
  return { code, endsAt: parseWebhook(body).endsAt, receivedAt, isApplied: outcome === 'applied' }
}
