import type { JobResult } from 'pg-boss'
import { log } from '#lib/log.ts'
import { type JobHandlers, type JobName, jobNames, jobSchemas } from './jobs.ts'
import { queue } from './queue.ts'

// Half a second is how late a retried or delayed job may be; new jobs come at once by NOTIFY.
const workOptions = {
  batchSize: 10,
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 0.5,
  notifyPollingIntervalSeconds: 0.5,
} as const

type Runner = (data: unknown, now: Date) => Promise<void>

/** Works off every queue with its handler until the queue is stopped. A job that throws is retried by its queue. */
export async function workOff(handlers: JobHandlers, clock: () => Date): Promise<void> {
  const boss = await queue()
  // An old job may carry what today's code no longer knows: it is parsed again, not trusted.
  const runners: Record<JobName, Runner> = {
    'apply-webhook': (data, now) => handlers['apply-webhook'](jobSchemas['apply-webhook'].parse(data), now),
    'tell-person': (data, now) => handlers['tell-person'](jobSchemas['tell-person'].parse(data), now),
    'send-attempt': (data, now) => handlers['send-attempt'](jobSchemas['send-attempt'].parse(data), now),
    'check-institution': (data, now) => handlers['check-institution'](jobSchemas['check-institution'].parse(data), now),
    'release-notices': (data, now) => handlers['release-notices'](jobSchemas['release-notices'].parse(data), now),
    'sweep-items': (data, now) => handlers['sweep-items'](jobSchemas['sweep-items'].parse(data ?? {}), now),
    'check-item': (data, now) => handlers['check-item'](jobSchemas['check-item'].parse(data), now),
    'describe-item': (data, now) => handlers['describe-item'](jobSchemas['describe-item'].parse(data), now),
    'poll-link-session': (data, now) => handlers['poll-link-session'](jobSchemas['poll-link-session'].parse(data), now),
    'point-webhook': (data, now) => handlers['point-webhook'](jobSchemas['point-webhook'].parse(data), now),
  }
  // Every minute, on one of all processes.
  await boss.schedule('sweep-items', '* * * * *')
  for (const name of jobNames) {
    await boss.work(name, workOptions, (jobs) =>
      Promise.all(jobs.map((job) => settle(name, job, runners[name], clock))),
    )
  }
}

async function settle(
  name: JobName,
  job: { id: string; data: unknown },
  run: Runner,
  clock: () => Date,
): Promise<JobResult> {
  const startedAt = performance.now()
  try {
    await run(job.data, clock())
    log.debug({ job: name, jobId: job.id, ms: Math.round(performance.now() - startedAt) }, 'job done')
    return { id: job.id, status: 'completed' }
  } catch (error) {
    log.warn({ job: name, jobId: job.id, err: error }, 'job failed')
    return { id: job.id, status: 'failed', output: describe(error) }
  }
}

/** What the queue keeps of a failure, to be read in the console; never the whole error, which could carry secrets. */
function describe(error: unknown): { name: string; code: string | null; message: string } {
  if (!(error instanceof Error)) return { name: 'Unknown', code: null, message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return { name: error.name, code, message: error.message }
}
