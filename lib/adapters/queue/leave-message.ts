import type { Transaction } from '#lib/adapters/db/client.ts'
import { newId } from '#lib/adapters/db/new-id.ts'
import type { ChannelName } from '#lib/domain/telling.ts'
import { enqueueAll } from './queue.ts'

export type NewMessage = {
  userId: string
  noticeIds: string[]
  channels: ChannelName[]
  /** `relink`, `person`, or the id of the admin who asked for it. */
  askedBy: string
}

/**
 * Puts notices together into one message, with an attempt for every address of the channels and the jobs that send
 * them. Call it under the person's lock, so that two messages cannot take the same notice.
 */
export async function leaveMessage(tx: Transaction, message: NewMessage, at: Date): Promise<void> {
  const { userId, noticeIds, channels, askedBy } = message
  const { id: messageId } = await tx.message.create({ data: { userId, askedBy, createdAt: at } })
  await tx.notice.updateMany({ where: { id: { in: noticeIds } }, data: { messageId, waitsFor: null } })
  const addresses = await addressesOf(tx, userId, channels)
  const attempts = addresses.map((address) => ({ id: newId(), messageId, ...address }))
  await tx.attempt.createMany({ data: attempts })
  await enqueueAll(
    tx,
    'send-attempt',
    attempts.map(({ id }) => ({ attemptId: id })),
  )
}

async function addressesOf(tx: Transaction, userId: string, channels: ChannelName[]) {
  const person = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, pushSubscriptions: { select: { id: true } } },
  })
  const mail = { channel: 'email' as const, address: person.email }
  const browsers = person.pushSubscriptions.map(({ id }) => ({ channel: 'push' as const, address: id }))
  return [...(channels.includes('email') ? [mail] : []), ...(channels.includes('push') ? browsers : [])]
}
