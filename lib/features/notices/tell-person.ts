import { inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { lockPerson } from '#lib/adapters/db/lock-person.ts'
import type { UserModel } from '#lib/adapters/db/rows.ts'
import { leaveMessage } from '#lib/adapters/queue/leave-message.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { decideTelling, type Telling } from '#lib/domain/telling.ts'
import { env } from '#lib/env.ts'
import { giveUpNotices } from './end-notices.ts'
import { readTellingFacts } from './read-telling-facts.ts'

/**
 * Decides what one person is told now, all their banks together, and leaves what follows: a message to send, or this
 * question again at the next moment at which the answer can be another. Only one process at a time decides about one
 * person, so that two messages cannot share a budget of one.
 */
export function tellPerson(userId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const person = await lockPerson(tx, userId)
    if (!person) return
    const facts = await readTellingFacts(tx, person, now)
    await carryOutTelling(tx, decideTelling({ ...facts, now, rules: env().noticeRules }), person, now)
  })
}

async function carryOutTelling(tx: Transaction, telling: Telling, person: UserModel, now: Date): Promise<void> {
  switch (telling.type) {
    case 'nothing':
      return
    case 'drop':
      await giveUpNotices(tx, telling.noticeIds, telling.reason, now)
      return enqueue(tx, 'tell-person', { userId: person.id })
    case 'wait':
      for (const { noticeId, reason } of telling.reasons) {
        await tx.notice.update({ where: { id: noticeId }, data: { waitsFor: reason } })
      }
      return askAgain(tx, person, telling.until, now)
    case 'tell': {
      const { noticeIds, channels } = telling
      await leaveMessage(tx, { userId: person.id, noticeIds, channels, askedBy: 'relink' }, now)
      return enqueue(tx, 'tell-person', { userId: person.id })
    }
  }
}

/** Every notice brings a job of its own; several of them that wait for one moment get one job for it. */
async function askAgain(tx: Transaction, { id, nextTellingAt }: UserModel, until: Date | null, now: Date) {
  if (!until) return
  const isLeft = nextTellingAt?.getTime() === until.getTime() && until > now
  if (isLeft) return
  await tx.user.update({ where: { id }, data: { nextTellingAt: until } })
  await enqueue(tx, 'tell-person', { userId: id }, until)
}
