import { db } from '#lib/adapters/db/client.ts'

/** A notice that still waits to be sent, with the places it belongs to. Null when it was sent, dropped or failed. */
export async function readPendingNotice(noticeId: string) {
  const notice = await db().notice.findUnique({
    where: { id: noticeId },
    include: { incident: { select: { id: true, itemId: true } } },
  })
  if (notice?.state !== 'pending') return null
  return { noticeId, incidentId: notice.incident.id, itemId: notice.incident.itemId }
}
