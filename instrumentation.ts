/** Runs once in each server process: starts the worker beside the pages unless RELINK_ROLE says otherwise. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startProcess } = await import('./lib/worker/start-process.ts')
  startProcess()
}
