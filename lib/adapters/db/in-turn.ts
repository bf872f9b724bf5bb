import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { minuteMs } from '#lib/domain/durations.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'

const firstPauseMs = 10
const longestPauseMs = 250
// Longer than any work that waits for Plaid and then for the database.
const patienceMs = minuteMs

/** The last turn under a name in this process: when it began, counted in joins, and how it failed. */
type Turn = { ended: Promise<void>; begunAt: number; failure: { error: unknown } | null }

type Turns = { last: Map<string, Turn>; joined: number; pool: Pool }

// Next bundles routes and instrumentation apart; they must wait for each other too.
const kept: typeof globalThis & { relinkTurns?: Turns } = globalThis

/**
 * Does `work` while nobody else does any under the same name, in any process: one after the other. Meant for work that
 * is only cheaper alone; if the database loses the connection that holds the turn, or a turn never ends, two may run.
 * @param work gets how long it waited for its turn
 * @param isShared whether a failure also goes to all who already waited when the work that failed began
 */
export async function inTurn<Result>(
  name: string,
  work: (waitedMs: number) => Promise<Result>,
  isShared: (error: unknown) => boolean,
): Promise<Result> {
  kept.relinkTurns ??= { last: new Map(), joined: 0, pool: makePool() }
  const turns = kept.relinkTurns
  const before = turns.last.get(name)
  const joinedAt = ++turns.joined
  const joinedMs = performance.now()
  const ended = Promise.withResolvers<void>()
  const turn: Turn = { ended: ended.promise, begunAt: 0, failure: null }
  turns.last.set(name, turn)
  try {
    await before?.ended
    if (before?.failure && before.begunAt > joinedAt) {
      turn.begunAt = before.begunAt
      throw before.failure.error
    }
    return await holding(turns.pool, name, () => {
      turn.begunAt = ++turns.joined
      return work(performance.now() - joinedMs)
    })
  } catch (error) {
    if (isShared(error)) turn.failure = { error }
    throw error
  } finally {
    if (turns.last.get(name) === turn) turns.last.delete(name)
    ended.resolve()
  }
}

/** Keeps other processes out by an advisory lock, which PostgreSQL lets go when this process dies. */
async function holding<Result>(pool: Pool, name: string, work: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + patienceMs
  let isAlone = await tryLock(pool, name)
  for (let pauseMs = firstPauseMs; !isAlone && performance.now() < until; pauseMs *= 2) {
    await sleep(Math.min(pauseMs, longestPauseMs))
    isAlone = await tryLock(pool, name)
  }
  if (!isAlone) log.warn({ name }, 'db: a turn did not come, going on without it')
  try {
    return await work()
  } finally {
    if (isAlone) unlock(pool, name)
  }
}

async function tryLock(pool: Pool, name: string): Promise<boolean> {
  const { rows } = await pool.query<{ locked: boolean }>({
    name: 'relink-turn-lock',
    text: 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
    values: [name],
  })
  return rows[0]?.locked === true
}

/** Nobody waits for it: the next statement of this process comes after it on the same connection. */
function unlock(pool: Pool, name: string): void {
  const text = 'SELECT pg_advisory_unlock(hashtextextended($1, 0))'
  pool.query({ name: 'relink-turn-unlock', text, values: [name] }).catch((error: unknown) => {
    log.warn({ err: error, name }, 'db: a turn was lost with its connection')
  })
}

function makePool(): Pool {
  // Exactly one connection, which stays: it holds all turns of this process, however many there are.
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true })
  // Without a listener a connection that PostgreSQL ends would end this process too.
  pool.on('error', (error) => log.warn({ err: error }, 'db: the connection that holds turns was lost'))
  return pool
}
