import { pingDb } from '#lib/adapters/db/ping.ts'
import { queue } from '#lib/adapters/queue/queue.ts'

/** Resolves when this process can take webhooks: the database answers and the queue stands. Rejects otherwise. */
export async function checkReadiness(): Promise<void> {
  await pingDb()
  await queue()
}
