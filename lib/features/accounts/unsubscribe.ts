import { inTransaction } from '#lib/adapters/db/client.ts'
import { lockPerson } from '#lib/adapters/db/lock-person.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { noteEmailWish } from './note-email-wish.ts'

/**
 * Ends e-mail about a person's banks, as their mail program asked with its own button (RFC 8058). Done twice it is done
 * once. Whether a browser tells them stays as it was; what waits and can reach them no other way is dropped.
 * @returns false when there is no such person (any more)
 */
export function unsubscribe(userId: string, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const person = await lockPerson(tx, userId)
    if (!person?.wantsEmail) return person !== null
    await tx.user.update({ where: { id: userId }, data: { wantsEmail: false } })
    await noteEmailWish(tx, userId, { kind: 'unsubscribed', by: 'one_click' }, now)
    await enqueue(tx, 'tell-person', { userId })
    return true
  })
}
