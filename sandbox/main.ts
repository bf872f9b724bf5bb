import { listen } from './listen.ts'
import { OptionsError, parseOptions } from './options.ts'
import { SnapshotError } from './state/store.ts'

/** What a person can mend gets one sentence; anything else is shown whole. */
function sentenceFor(error: unknown): string {
  if (error instanceof OptionsError) return `a setting is wrong: ${error.message}`
  if (error instanceof SnapshotError) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'the port is taken; stop what listens there or set SANDBOX_PORT to another one'
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function fail(error: unknown): never {
  process.stderr.write(`sandbox: ${sentenceFor(error)}\n`)
  process.exit(1)
}

async function main(): Promise<void> {
  const { url, close } = await listen(parseOptions(process.env))
  const stop = () => close().then(() => process.exit(0), fail)
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop) // whoever started us with a channel has ended
  process.stdout.write(`sandbox listening on ${url}\n`)
}

main().catch(fail)
