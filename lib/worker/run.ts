import { stopQueue } from '#lib/adapters/queue/queue.ts'
import { workOff } from '#lib/adapters/queue/work.ts'
import { log } from '#lib/log.ts'
import { handlers } from './handlers.ts'

const retryMs = 1_000
const finishMs = 8_000

/** Starts the worker, again and again until the database is there: a server that starts first must not fail. */
export async function runWorker(clock: () => Date): Promise<void> {
  try {
    await workOff(handlers, clock)
    log.info('worker: at work')
  } catch (error) {
    log.warn({ err: error }, 'worker: could not start, trying again')
    setTimeout(() => void runWorker(clock), retryMs)
  }
}

/** Lets running jobs finish, at most eight seconds. */
export function stopWorker(): Promise<void> {
  return stopQueue(finishMs)
}
