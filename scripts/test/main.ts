import { performance } from 'node:perf_hooks'
import { buildApp } from '../stack/build.ts'
import { CommandFailed } from '../stack/child.ts'
import { step } from '../stack/steps.ts'
import { startPostgresForTests } from '../testing/postgres-for-tests.ts'
import { runChecks } from './checks.ts'
import { type Counts, countsLine } from './counts.ts'
import { runStories, runVitest, TestsFailed } from './runners.ts'

// Every check and every test, cheapest first. What does not need each other runs side by side, but features and stories
// wait for what has a deadline, so each has the machine to itself.
const parts = ['checks', 'unit', 'features', 'e2e']
const wanted = process.argv[2]
const wants = (part: string) => wanted === undefined || wanted === part
const counts: Counts[] = []
let postgres: ReturnType<typeof startPostgresForTests> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(130))
process.once('disconnect', () => void end(130))

if (wanted !== undefined && !parts.includes(wanted)) {
  console.error(`npm test knows these parts: ${parts.join(', ')}.`)
  process.exit(1)
}
try {
  await runAll()
  console.log(`\n${countsLine(counts)}`)
  await end(0)
} catch (error) {
  report(error)
  await end(1)
}

async function runAll(): Promise<void> {
  const needsDatabase = wants('features') || wants('e2e')
  await Promise.all([
    wants('checks') && runChecks(),
    needsDatabase && step('database', startDatabase, () => 'ready, with a template'),
  ])
  await Promise.all([
    wants('unit') && runVitest('unit').then((each) => counts.push(each)),
    wants('e2e') && step('build', buildApp, ({ isNew }) => (isNew ? 'made' : 'up to date')),
  ])
  if (wants('features')) counts.push(await runVitest('features'))
  if (wants('e2e')) counts.push(await runStories())
}

async function startDatabase(): Promise<void> {
  postgres = startPostgresForTests()
  await postgres
}

function report(error: unknown): void {
  if (error instanceof CommandFailed || error instanceof TestsFailed) console.error(`\n${error.output.trimEnd()}\n`)
  else console.error(error)
  if (error instanceof TestsFailed) counts.push(error.counts)
  if (error instanceof Error) console.error(`${error.message} (after ${(performance.now() / 1000).toFixed(0)} s)`)
  if (counts.length > 0) console.log(`\n${countsLine(counts)}`)
}

async function end(code: number): Promise<void> {
  // Another step may have failed while the database was still starting, and its own failure is reported already.
  const stop = await postgres?.catch(() => undefined)
  await stop?.()
  process.exit(code)
}
