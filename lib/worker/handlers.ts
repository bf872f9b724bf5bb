import type { JobHandlers } from '#lib/adapters/queue/jobs.ts'
import { minuteMs } from '#lib/domain/durations.ts'
import { heedReport } from '#lib/features/items/alert-operator.ts'
import { checkInstitution } from '#lib/features/items/check-institution.ts'
import { confirmItems } from '#lib/features/items/confirm-items.ts'
import { describeItem } from '#lib/features/items/describe-item.ts'
import { pointWebhookAtUs } from '#lib/features/items/point-webhook-at-us.ts'
import { proveRepair } from '#lib/features/items/prove-repair.ts'
import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
import { releaseNotices } from '#lib/features/items/release-notices.ts'
import { sweepItems } from '#lib/features/items/sweep-items.ts'
import { openAttempt } from '#lib/features/notices/open-attempt.ts'
import { postponeNotices } from '#lib/features/notices/postpone-notices.ts'
import { sendAttempt } from '#lib/features/notices/send-attempt.ts'
import { tellPerson } from '#lib/features/notices/tell-person.ts'
import { pollLinkSession } from '#lib/features/reconnect/ask-after-session.ts'
import { hearOfSession } from '#lib/features/reconnect/hear-of-session.ts'
import { issueReconnectLink } from '#lib/features/reconnect/issue-reconnect-link.ts'
import { readDelivery, settleDelivery } from '#lib/features/webhooks/read-delivery.ts'

const sweepEveryMs = minuteMs

/** The whole way from a webhook to a mail: each job does its part and leaves the next. */
export const handlers: JobHandlers = {
  // What does Plaid's webhook say? Is it true? Then state, incident, history and the notice's job are stored at once.
  async 'apply-webhook'({ deliveryId }, now) {
    const said = await readDelivery(deliveryId, now)
    if (!said) return
    if (said.about === 'session') {
      const heard = await hearOfSession(said.tokenHash, said.told, now)
      if (!heard) return settleDelivery(deliveryId, now, 'unknown_session')
      if (heard.mendedId) await proveRepair(heard.mendedId, now)
    } else {
      await refreshItem(said.itemId, now, said.occasion)
      await heedReport(said.itemId, said.occasion.hint, now)
    }
    await settleDelivery(deliveryId, now)
  },

  // When does this person hear of it? All their banks in one message, within their budget, never at night.
  async 'tell-person'({ userId }, now) {
    await tellPerson(userId, now)
  },

  // Is it still true? A repair found here drops the notice before anybody reads it.
  async 'send-attempt'({ attemptId }, now) {
    const open = await openAttempt(attemptId, now)
    if (!open) return
    const { notices } = open
    const silent = await confirmItems(
      notices.map(({ itemId }) => itemId),
      now,
    )
    const unconfirmed = notices.filter(({ itemId }) => silent.has(itemId))
    await postponeNotices(
      unconfirmed.map(({ noticeId }) => noticeId),
      now,
    )
    await sendAttempt(attemptId, (notice) => issueReconnectLink(notice, now), now)
  },

  // Is a bank down, as some of its Items say, or back?
  async 'check-institution'({ institutionId }, now) {
    await checkInstitution(institutionId, now)
  },

  // It is back: what it held goes, page by page.
  async 'release-notices'({ institutionId }, now) {
    await releaseNotices(institutionId, now)
  },

  // Which Items are silent, broken or ending, and due to be asked?
  async 'sweep-items'(_nothing, now) {
    await sweepItems(now, sweepEveryMs)
  },

  async 'check-item'({ itemId }, now) {
    await refreshItem(itemId, now, askedBy('sweep'))
  },

  // An Item was linked while Plaid or its bank was away: which bank is it, and what is shared?
  async 'describe-item'({ itemId }, now) {
    await describeItem(itemId, now)
  },

  // How did a session on Plaid's own page go, of which nobody told us? Its success is a hint, and proved like every other.
  async 'poll-link-session'({ linkSessionId }, now) {
    const mendedId = await pollLinkSession(linkSessionId, now)
    if (mendedId) await proveRepair(mendedId, now)
  },

  // An admin has set an Item's webhook address right, together with others.
  async 'point-webhook'({ itemId }, now) {
    await pointWebhookAtUs(itemId, now)
  },
}
