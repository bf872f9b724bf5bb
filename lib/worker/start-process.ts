import { env, handlesSignals } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { runWorker, stopWorker } from './run.ts'

/**
 * Starts what this process does besides answering requests, and ends it in order. Next would exit at once at SIGTERM
 * and cut running jobs; with NEXT_MANUAL_SIG_HANDLE=true it leaves the signal to us.
 */
export function startProcess(): void {
  if (env().RELINK_ROLE !== 'web') void runWorker(() => new Date())
  if (!handlesSignals()) return
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(signal))
}

async function end(signal: string): Promise<void> {
  log.info({ signal }, 'ending: running jobs may finish')
  try {
    await stopWorker()
  } catch (error) {
    log.error({ err: error }, 'ending: the queue did not stop in order')
  }
  process.exit(0)
}
