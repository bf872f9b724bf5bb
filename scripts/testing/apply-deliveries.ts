// One more worker process, for tests: connects, says so, and at a sign handles the deliveries it is given, all at once.
import { closeDb, db } from '#lib/adapters/db/client.ts'
import { queue, stopQueue } from '#lib/adapters/queue/queue.ts'
import { refreshItem } from '#lib/features/items/refresh-item.ts'
import { readDelivery, settleDelivery } from '#lib/features/webhooks/read-delivery.ts'

const deliveryIds = process.argv.slice(2)

/** What the worker's `apply-webhook` does; its module draws in the mails, which plain Node cannot load. */
async function apply(deliveryId: string): Promise<void> {
  const now = new Date()
  const said = await readDelivery(deliveryId, now)
  if (said?.about !== 'item') return
  await refreshItem(said.itemId, now, said.occasion)
  await settleDelivery(deliveryId, now)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

await queue()
// Opens as many connections as there will be deliveries.
await Promise.all(deliveryIds.map(() => db().$queryRaw`SELECT pg_sleep(0.05)::text`))
const sign = new Promise<unknown>((resolve) => process.once('message', resolve))
process.send?.('ready')
await sign
const results = await Promise.allSettled(deliveryIds.map(apply))
await stopQueue(1_000)
await closeDb()
// The limiters keep a pool that nobody closes, so the process is ended.
process.send?.(
  results.map((result) => (result.status === 'fulfilled' ? 'done' : codeOf(result.reason))),
  () => process.exit(),
)
