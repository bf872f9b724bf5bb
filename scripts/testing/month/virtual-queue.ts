import { z } from 'zod'
import { db } from '#lib/adapters/db/client.ts'
import { type JobHandlers, type JobName, jobNames, jobSchemas } from '#lib/adapters/queue/jobs.ts'
import { inTurns } from '../in-turns.ts'

const atOnce = 6
const mostAtOnce = 200
const firstRetryMs = 2_000
const longestRetryMs = 300_000

const Job = z.object({ id: z.string(), name: z.enum(jobNames as [JobName, ...JobName[]]), data: z.unknown() })
export type VirtualJob = z.infer<typeof Job>

/**
 * pg-boss's table worked off by a clock of ours. A job without a start was left at the real time, which lies before
 * all of the simulation, so it is due at once.
 */
export function virtualQueue(handlers: JobHandlers) {
  const tries = new Map<string, number>()
  const runs: Partial<Record<JobName, number>> = {}

  async function run(job: VirtualJob, now: Date): Promise<boolean> {
    runs[job.name] = (runs[job.name] ?? 0) + 1
    try {
      await handle(handlers, job, now)
      tries.delete(job.id)
      return true
    } catch {
      // Like pg-boss: later, with a wait that doubles. What failed shows in the counts and in the outcome.
      const tried = (tries.get(job.id) ?? 0) + 1
      tries.set(job.id, tried)
      await postpone(job.id, new Date(now.getTime() + Math.min(firstRetryMs * 2 ** (tried - 1), longestRetryMs)))
      return false
    }
  }

  return {
    runs,
    failing: () => tries.size,
    /** Jobs that are due, those that wait longest first. */
    async due(now: Date): Promise<VirtualJob[]> {
      const rows = await db().$queryRaw<unknown[]>`
        SELECT id::text, name, data FROM pgboss.job
        WHERE name = ANY(${jobNames}) AND state < 'active' AND start_after <= ${now}
        ORDER BY start_after, id LIMIT ${mostAtOnce}`
      return rows.map((row) => Job.parse(row))
    },
    /** Does jobs side by side, as a worker with several at once. */
    async work(jobs: VirtualJob[], now: Date): Promise<void> {
      const isDone = await inTurns(jobs, atOnce, (job) => run(job, now))
      const done = jobs.filter((_, index) => isDone[index]).map(({ id }) => id)
      if (done.length > 0) await db().$executeRaw`DELETE FROM pgboss.job WHERE id = ANY(${done}::text[]::uuid[])`
    },
    postpone,
    /** When the next job or the next sweep is due. */
    async nextAt(): Promise<{ job: number; sweep: number }> {
      const [row] = await db().$queryRaw<{ job: Date | null; sweep: Date | null }[]>`
        SELECT (SELECT min(start_after) FROM pgboss.job WHERE name = ANY(${jobNames}) AND state < 'active') AS job,
               (SELECT min(next_check_at) FROM items) AS sweep`
      return { job: timeOf(row?.job), sweep: timeOf(row?.sweep) }
    },
  }
}

function timeOf(at: Date | null | undefined): number {
  return at ? at.getTime() : Number.POSITIVE_INFINITY
}

async function postpone(id: string, until: Date): Promise<void> {
  await db().$executeRaw`UPDATE pgboss.job SET start_after = ${until} WHERE id = ${id}::text::uuid`
}

function handle(handlers: JobHandlers, { name, data }: VirtualJob, now: Date): Promise<void> {
  switch (name) {
    case 'apply-webhook':
      return handlers[name](jobSchemas[name].parse(data), now)
    case 'tell-person':
      return handlers[name](jobSchemas[name].parse(data), now)
    case 'poll-link-session':
      return handlers[name](jobSchemas[name].parse(data), now)
    case 'send-attempt':
      return handlers[name](jobSchemas[name].parse(data), now)
    case 'sweep-items':
      return handlers[name](jobSchemas[name].parse(data), now)
    case 'check-institution':
      return handlers[name](jobSchemas[name].parse(data), now)
    case 'check-item':
      return handlers[name](jobSchemas[name].parse(data), now)
    case 'release-notices':
      return handlers[name](jobSchemas[name].parse(data), now)
    case 'describe-item':
      return handlers[name](jobSchemas[name].parse(data), now)
    case 'point-webhook':
      return handlers[name](jobSchemas[name].parse(data), now)
  }
}
