import { inTransaction } from '#lib/adapters/db/client.ts'
import { enqueueAll } from '#lib/adapters/queue/queue.ts'
import { readStrayedItems } from './read-strayed-items.ts'

/**
 * Leaves a job for each of the Items on one page of the list that sends its webhooks elsewhere, so that Plaid's limits
 * and a failure of one do not stop the others.
 * @param after where the page begins
 * @returns how many jobs were left
 */
export async function pointStrayedWebhooks(after: string | null): Promise<number> {
  const { rows } = await readStrayedItems({ after })
  const jobs = rows.map(({ itemId }) => ({ itemId }))
  if (jobs.length > 0) await inTransaction((tx) => enqueueAll(tx, 'point-webhook', jobs))
  return jobs.length
}
