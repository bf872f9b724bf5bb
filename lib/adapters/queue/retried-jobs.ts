import { z } from 'zod'
import { db } from '#lib/adapters/db/client.ts'
import { type JobName, jobSchemas } from './jobs.ts'
import { queue } from './queue.ts'

const job = 'apply-webhook' satisfies JobName
const Rows = z.array(z.object({ data: jobSchemas[job] }))

/** The deliveries whose job has failed and waits for its next try, the oldest first. */
export async function listRetriedDeliveries(limit: number): Promise<string[]> {
  await queue() // makes its tables in a new database
  // In the words and the order of pg-boss's own index of what waits (job_i11).
  const rows: unknown = await db().$queryRaw`
    SELECT data FROM pgboss.job WHERE name = ${job} AND state = 'retry' AND NOT blocked
    ORDER BY priority DESC, created_on LIMIT ${limit}`
  return Rows.parse(rows).map(({ data }) => data.deliveryId)
}
