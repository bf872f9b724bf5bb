import { inTransaction } from '#lib/adapters/db/client.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'

/** Whoever had switched browser messages off and now asks for them in one browser wants them again. */
export function wantPush(userId: string): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.user.updateMany({ where: { id: userId, wantsPush: false }, data: { wantsPush: true } })
    // What waits can reach them this way, too.
    await enqueue(tx, 'tell-person', { userId })
  })
}
