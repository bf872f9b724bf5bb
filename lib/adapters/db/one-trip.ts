import { Pool } from 'pg'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'

/** One SQL statement with the values of its `$1`, `$2` … With a name it is planned once for each connection. */
export type Statement = { name?: string; text: string; values: unknown[] }

// One commit under way and one that follows it; see lib/features/webhooks/share-commits.ts.
const mostConnections = 2

// Next bundles routes and instrumentation apart, so a plain module variable would open one pool in each.
const kept: typeof globalThis & { relinkOneTrip?: Pool } = globalThis

/**
 * Runs statements in one transaction: all of them are stored, or none. They go to the database in one round trip, past
 * Prisma, whose interactive transaction costs several; for the one place that has no time (docs/decisions).
 * @throws what the database threw at the first statement that failed; nothing is stored then
 */
export async function inOneTrip(statements: Statement[]): Promise<void> {
  kept.relinkOneTrip ??= openPool()
  const client = await kept.relinkOneTrip.connect()
  try {
    // A failed statement makes what follows fail too, and the COMMIT a ROLLBACK.
    const sent = [{ text: 'BEGIN' }, ...statements, { text: 'COMMIT' }].map((statement) => client.query(statement))
    await Promise.all(sent)
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Closes the pool, for a process that ends. */
export async function closeOneTrip(): Promise<void> {
  await kept.relinkOneTrip?.end()
  delete kept.relinkOneTrip
}

function openPool(): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: mostConnections,
    pipeline: true,
    allowExitOnIdle: true,
  })
  // Without a listener an idle connection that PostgreSQL ends would end this process too.
  pool.on('error', (error) => log.warn({ err: error }, 'database: a connection was lost'))
  return pool
}
