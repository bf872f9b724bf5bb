import { performance } from 'node:perf_hooks'

/** Does one step and prints its line: what, how it ended, how long it took. */
export async function step<Result>(
  name: string,
  work: () => Promise<Result> | Result,
  note: (result: Result) => string,
): Promise<Result> {
  const begun = performance.now()
  const result = await work()
  printStep(name, note(result), performance.now() - begun)
  return result
}

/** One aligned line of progress. */
function printStep(name: string, note: string, ms: number): void {
  const seconds = (ms / 1000).toFixed(1)
  console.log(`  ${name.padEnd(12)} ${note.padEnd(44)} ${seconds.padStart(6)} s`)
}

/** Something that the person at the keyboard can put right; the message is the sentence that says how. */
export class Obstacle extends Error {
  override name = 'Obstacle'
}
