import type { JobHandlers } from '#lib/adapters/queue/jobs.ts'
import { pointWebhookAtUs } from '#lib/features/items/point-webhook-at-us.ts'
import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
import { sweepItems } from '#lib/features/items/sweep-items.ts'
import { readPendingNotice } from '#lib/features/notices/read-pending-notice.ts'
import { sendNotice } from '#lib/features/notices/send-notice.ts'
import { issueReconnectLink } from '#lib/features/reconnect/issue-reconnect-link.ts'
import { readDelivery, settleDelivery } from '#lib/features/webhooks/read-delivery.ts'

const sweepEveryMs = 60_000

/** The whole way from a webhook to a mail: each job does its part and leaves the next. */
export const handlers: JobHandlers = {
  // What does Plaid's webhook say? Is it true? Then state, incident, history and the notice's job are stored at once.
  async 'apply-webhook'({ deliveryId }, now) {
    const said = await readDelivery(deliveryId, now)
    if (!said) return
    await refreshItem(said.itemId, now, said.occasion)
    await settleDelivery(deliveryId, now)
  },

  // Is it still true? A repair found here drops the notice before anybody reads it.
  async 'send-notice'({ noticeId }, now) {
    const notice = await readPendingNotice(noticeId)
    if (!notice) return
    await refreshItem(notice.itemId, now, askedBy('notice'))
    const link = await issueReconnectLink(notice, now)
    await sendNotice(noticeId, link, now)
  },

  // Which Items are silent, broken or ending, and due to be asked?
  async 'sweep-items'(_nothing, now) {
    await sweepItems(now, sweepEveryMs)
  },

  async 'check-item'({ itemId }, now) {
    await refreshItem(itemId, now, askedBy('sweep'))
  },

  // An admin has set an Item's webhook address right, together with others.
  async 'point-webhook'({ itemId }, now) {
    await pointWebhookAtUs(itemId, now)
  },
}
