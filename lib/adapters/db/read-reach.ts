import type { Reach } from '#lib/domain/telling.ts'
import type { Transaction } from './client.ts'
import type { UserModel } from './generated/models.ts'

/** Over which channels a person can be told, and why not over the others. */
export async function readReach(tx: Transaction, person: UserModel): Promise<Reach> {
  const suppressed = await tx.suppressedAddress.findUnique({ where: { email: person.email.toLowerCase() } })
  const browsers = await tx.pushSubscription.count({ where: { userId: person.id } })
  const noEmail = suppressed?.reason === 'complained' ? 'complained' : 'bounced'
  return {
    email: person.wantsEmail ? (suppressed ? noEmail : 'yes') : 'unwanted',
    push: person.wantsPush ? (browsers > 0 ? 'yes' : 'none') : 'unwanted',
  }
}
