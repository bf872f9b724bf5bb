import { inTransaction } from '#lib/adapters/db/client.ts'
import { lastStepAgain } from '#lib/adapters/db/last-step-again.ts'
import { lockPerson } from '#lib/adapters/db/lock-person.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { leaveNotice } from '#lib/adapters/queue/leave-notice.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { type Later, laterUntil } from '#lib/domain/later.ts'
import { noticeKindOf } from '#lib/domain/notice.ts'
import { requireOpenLink } from './find-reconnect-link.ts'

/**
 * The person wants quiet about this bank for a time, and one reminder after it: what waits goes then, neither before
 * nor later; where nothing waits a reminder is left.
 * @returns until when it is quiet
 * @throws ReconnectLinkClosed
 */
export async function chooseLater(token: string, later: Later, now: Date): Promise<Date> {
  const { item, incident } = await requireOpenLink(token, now)
  const until = laterUntil(later, now)
  await inTransaction(async (tx) => {
    await lockPerson(tx, item.userId)
    await tx.incident.update({ where: { id: incident.id }, data: { quietUntil: until } })
    const place = { itemId: item.id, incidentId: incident.id, at: now }
    await recordHistory(tx, place, { kind: 'quiet_asked', until: until.toISOString() })
    const { count } = await tx.notice.updateMany({
      where: { incidentId: incident.id, state: 'pending', messageId: null },
      data: { dueAt: until, waitsFor: 'asked_quiet' },
    })
    if (count > 0) return enqueue(tx, 'tell-person', { userId: item.userId }, until)
    const kind = noticeKindOf(item.state)
    if (!kind || incident.stoppedAt) return
    const step = await lastStepAgain(tx, incident, kind, until)
    await leaveNotice(tx, { incidentId: incident.id, userId: item.userId, kind }, step, now)
  })
  return until
}
