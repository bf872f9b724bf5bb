import { inTransaction } from '#lib/adapters/db/client.ts'
import { noteEmailWish } from './note-email-wish.ts'

/**
 * Ends e-mail about a person's banks, as their mail program asked with its own button (RFC 8058). Done twice it is done
 * once. Whether a browser tells them stays as it was.
 * @returns false when there is no such person (any more)
 */
export function unsubscribe(userId: string, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId, wantsEmail: true }, data: { wantsEmail: false } })
    if (count === 0) return (await tx.user.count({ where: { id: userId } })) > 0
    await noteEmailWish(tx, userId, { kind: 'unsubscribed', by: 'one_click' }, now)
    return true
  })
}
