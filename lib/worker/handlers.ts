import type { JobHandlers } from '#lib/adapters/queue/jobs.ts'
import { refreshItem } from '#lib/features/items/refresh-item.ts'
import { readPendingNotice } from '#lib/features/notices/read-pending-notice.ts'
import { sendNotice } from '#lib/features/notices/send-notice.ts'
import { issueReconnectLink } from '#lib/features/reconnect/issue-reconnect-link.ts'
import { readDelivery, settleDelivery } from '#lib/features/webhooks/read-delivery.ts'

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
    await refreshItem(notice.itemId, now)
    const link = await issueReconnectLink(notice, now)
    await sendNotice(noticeId, link, now)
  },
}
