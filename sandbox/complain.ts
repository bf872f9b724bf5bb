/** One line on standard error, for what nobody is there to catch. */
export function complain(what: string, error: unknown): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`sandbox: ${what}: ${reason}\n`)
}
