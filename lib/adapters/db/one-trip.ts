import { Pool } from 'pg'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'

/** One SQL statement with the values of its `$1`, `$2` … With a name it is planned once for each connection. */
export type Statement = { name?: string; text: string; values: unknown[] }

// Deliveries have one commit under way in each of Next's bundles: that of the routes and that of the worker.
const mostConnections = 2

// Together less than the ten seconds that Plaid waits.
const connectMs = 3_000
const tripMs = 5_000
// The database gives up before we do: a statement that waits for a lock would stay there with its connection. Told once
// for each connection, and not as a parameter of its start, which a pooler between may refuse.
const limitTime = "SET statement_timeout = '4s'"

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
    const sent = Promise.all([{ text: 'BEGIN' }, ...statements].map((statement) => client.query(statement)))
    // What pg refuses to send never fails in the database: COMMIT would store the others.
    await Promise.race([sent, refusalsAreHeard()])
    // A statement that failed makes this a ROLLBACK.
    await Promise.all([sent, client.query('COMMIT')])
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

/** pg says on the next tick of the process what it refuses; by the second one its promise has handed that on. */
async function refusalsAreHeard(): Promise<void> {
  await new Promise(process.nextTick)
  await new Promise(process.nextTick)
}

function openPool(): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: mostConnections,
    pipeline: true,
    allowExitOnIdle: true,
    connectionTimeoutMillis: connectMs,
    query_timeout: tripMs,
    keepAlive: true,
  })
  pool.on('connect', (client) => {
    // Without listeners a connection that ends would end this process too. One that ends on a trip fails its statements.
    client.on('error', () => {})
    client
      .query(limitTime)
      .catch((error: unknown) => log.warn({ err: error }, 'database: no time limit for a connection'))
  })
  pool.on('error', (error) => log.warn({ err: error }, 'database: a connection was lost'))
  return pool
}
