import { z } from 'zod'
import { db, Prisma } from '#lib/adapters/db/client.ts'
import { countAtMost } from '#lib/adapters/db/count-at-most.ts'
import { deadLetterQueue } from './jobs.ts'
import { queue } from './queue.ts'

/** A job that failed on every try. */
export type DeadLetter = {
  id: string
  /** The queue whose worker gave it up. */
  job: string
  /** What it carried: ids. */
  data: Record<string, string>
  error: { name: string | null; code: string | null; message: string | null }
  tries: number
  /** When the job was left, and when it was given up. */
  madeAt: Date
  diedAt: Date
}

export type DeadLetterKey = { diedAt: Date; id: string }

const orNull = z.string().nullable().catch(null).default(null)
const Data = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((data) =>
    Object.fromEntries(Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
  )
/** What `work.ts` keeps of an error; pg-boss itself writes `{ value: { message } }` when a worker was lost. */
const Output = z
  .object({ name: orNull, code: orNull, message: orNull, value: z.object({ message: orNull }).nullable().catch(null) })
  .catch({ name: null, code: null, message: null, value: null })
  .transform(({ name, code, message, value }) => ({ name, code, message: message ?? value?.message ?? null }))
const Row = z.object({
  id: z.string(),
  source_name: z.string().nullable(),
  data: Data,
  source_output: Output,
  source_retry_count: z.number().nullable(),
  source_created_on: z.date().nullable(),
  died_at: z.date(),
})

/**
 * Jobs that were given up, the newest first. pg-boss lists a queue only as a whole, so its table is read here.
 * @param after the last one of the page before
 */
export async function listDeadLetters(limit: number, after: DeadLetterKey | null): Promise<DeadLetter[]> {
  await queue() // makes its tables in a new database
  const rows = await db().$queryRaw<unknown[]>`
    SELECT id, source_name, data, source_output, source_retry_count, source_created_on, died_at
    FROM (SELECT *, date_trunc('milliseconds', created_on) AS died_at
          FROM pgboss.job WHERE name = ${deadLetterQueue} AND state < 'active') AS dead
    WHERE ${after === null} OR (died_at, id) < (${after?.diedAt ?? new Date(0)}, ${after?.id ?? ''}::text::uuid)
    ORDER BY died_at DESC, id DESC
    LIMIT ${limit}`
  return rows.map((row) => toDeadLetter(Row.parse(row)))
}

/** How many jobs were given up and wait for somebody. */
export async function countDeadLetters(): Promise<number> {
  await queue()
  return countAtMost(Prisma.sql`SELECT FROM pgboss.job WHERE name = ${deadLetterQueue} AND state < 'active'`)
}

/**
 * Puts a job back into the queue that it came from, with all its tries, in one statement.
 * @returns false when it is not there any more
 */
export async function reviveDeadLetter(id: string): Promise<boolean> {
  const boss = await queue()
  return (await boss.redrive(deadLetterQueue, { ids: [id] })) === 1
}

function toDeadLetter(row: z.infer<typeof Row>): DeadLetter {
  return {
    id: row.id,
    job: row.source_name ?? 'unknown',
    data: row.data,
    error: row.source_output,
    tries: (row.source_retry_count ?? 0) + 1,
    madeAt: row.source_created_on ?? row.died_at,
    diedAt: row.died_at,
  }
}
