import { fromPrisma, PgBoss, type PrismaTransactionLike } from 'pg-boss'
import { db } from '#lib/adapters/db/client.ts'
import type { Statement } from '#lib/adapters/db/one-trip.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { deadLetterQueue, exclusiveJobs, type JobData, type JobName, jobNames } from './jobs.ts'

const schema = 'pgboss'

// A lost worker is noticed by its heart: after 10 s without a beat its job goes to another one. A job is tried for
// about a day (2 s, 4 s, 8 s … then every 5 minutes), because a bank or a mail provider can be away that long.
const queueOptions = {
  notify: true,
  heartbeatSeconds: 10,
  retryLimit: 288,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  deadLetter: deadLetterQueue,
  // pg-boss looks through its whole table every few seconds; in the week for which it would keep what is done, millions.
  deleteAfterSeconds: 10 * 60,
}

// A job that was given up waits for somebody to look at it; pg-boss would throw it away after two weeks.
const deadLetterOptions = { retentionSeconds: 365 * 24 * 60 * 60 }

const kept: typeof globalThis & { relinkQueue?: Promise<PgBoss> } = globalThis

/** The queue of this process, started at the first call; a failed start is tried again at the next one. */
export function queue(): Promise<PgBoss> {
  kept.relinkQueue ??= start().catch((error: unknown) => {
    delete kept.relinkQueue
    throw error
  })
  return kept.relinkQueue
}

/**
 * Leaves a job in the caller's transaction: it exists exactly when the caller's rows do.
 * @param startAfter not before this; at once without it
 */
export async function enqueue<Name extends JobName>(
  tx: PrismaTransactionLike,
  name: Name,
  data: JobData<Name>,
  startAfter?: Date,
) {
  const boss = await queue()
  await boss.send(name, data, { db: fromPrisma(tx), ...keyOf(name, data), ...(startAfter && { startAfter }) })
}

/** Leaves many jobs of one kind in the caller's transaction, in one statement. */
export async function enqueueAll<Name extends JobName>(
  tx: PrismaTransactionLike,
  name: Name,
  jobs: JobData<Name>[],
  startAfter: (index: number) => Date | undefined = () => undefined,
) {
  const boss = await queue()
  await boss.insert(
    name,
    jobs.map((data, index) => ({ data, ...keyOf(name, data), startAfter: startAfter(index) })),
    { db: fromPrisma(tx) },
  )
}

/** By what the queue knows that a job is there already. */
function keyOf<Name extends JobName>(name: Name, data: JobData<Name>): { singletonKey?: string } {
  return exclusiveJobs.has(name) ? { singletonKey: JSON.stringify(data) } : {}
}

/** The statement that leaves many jobs of one kind, to be run together with what they are about. */
export async function statementOf<Name extends JobName>(name: Name, jobs: JobData<Name>[]): Promise<Statement> {
  const boss = await queue()
  let statement: Statement = { text: '', values: [] }
  const executeSql = async (text: string, values: unknown[] = []) => {
    // Planning pg-boss's statement costs more than running it.
    statement = { name: `insert-${name}`, text, values }
    return { rows: [] }
  }
  await boss.insert(
    name,
    jobs.map((data) => ({ data, ...keyOf(name, data) })),
    { db: { executeSql } },
  )
  return statement
}

/**
 * Lets running jobs finish (at most `timeoutMs`), then closes the queue's connections. It is forgotten only then: what
 * they leave goes through it too, and starts no second one.
 */
export async function stopQueue(timeoutMs: number): Promise<void> {
  const boss = await kept.relinkQueue
  try {
    await boss?.stop({ graceful: true, timeout: timeoutMs })
  } finally {
    delete kept.relinkQueue
  }
}

async function start(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema,
    max: 10,
    useListenNotify: true,
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
    maintenanceIntervalSeconds: 5 * 60,
    schedule: env().RELINK_ROLE !== 'web',
    supervise: env().RELINK_ROLE !== 'web',
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue: pg-boss reported an error'))
  await boss.start()
  await boss.createQueue(deadLetterQueue, deadLetterOptions)
  await boss.updateQueue(deadLetterQueue, deadLetterOptions)
  for (const name of jobNames) {
    await boss.createQueue(name, queueOptions)
    await boss.updateQueue(name, queueOptions)
  }
  // pg-boss itself gives a policy to new queues only, and those of an older Relink are there already.
  await db().$executeRaw`UPDATE pgboss.queue SET policy = 'exclusive' WHERE name = ANY(${[...exclusiveJobs]})`
  return boss
}
