import { inTransaction } from '#lib/adapters/db/client.ts'
import { lockPerson } from '#lib/adapters/db/lock-person.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import type { Language } from '#lib/domain/language.ts'
import { noteEmailWish } from './note-email-wish.ts'
import { takeUpNotices } from './take-up-notices.ts'

export type Wishes = {
  wantsEmail: boolean
  /** Absent: as it was. */
  wantsPush?: boolean
  /** Null: as the browser has it. */
  language: Language | null
  /** An IANA name; null: as the browser has it. */
  timeZone: string | null
}

/**
 * Keeps how a person wants to be told. Wanting e-mail takes their address off the list of those that no mail goes to:
 * whoever switches it on has taken back a complaint, or mended the inbox.
 * @returns false when there is no such person (any more)
 */
export function savePreferences(userId: string, wishes: Wishes, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const before = await lockPerson(tx, userId)
    if (!before) return false
    const email = before.email.toLowerCase()
    const wasGivenUp = (await tx.suppressedAddress.count({ where: { email } })) > 0
    const gotEmail = before.wantsEmail && !wasGivenUp
    // An address that was given up shows e-mail as off; leaving it so says nothing new, and the reason stays known.
    const wantsEmail = wishes.wantsEmail || (wasGivenUp && before.wantsEmail)
    await tx.user.update({ where: { id: userId }, data: { ...wishes, wantsEmail } })
    if (wishes.wantsEmail) {
      await tx.suppressedAddress.deleteMany({ where: { email } })
      await takeUpNotices(tx, userId)
    }
    if (wishes.wantsEmail !== gotEmail) {
      await noteEmailWish(tx, userId, { kind: wishes.wantsEmail ? 'subscribed' : 'unsubscribed', by: 'page' }, now)
    }
    // What waits for them may now go at another time, another way, or not at all.
    await enqueue(tx, 'tell-person', { userId })
    return true
  })
}
