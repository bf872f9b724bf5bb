import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CommandFailed, run } from '../stack/child.ts'
import { logFolder, repositoryFolder } from '../stack/folders.ts'
import { step } from '../stack/steps.ts'
import { type Counts, countsOfStories, countsOfVitest } from './counts.ts'

// What a test found out and somebody may want to read although it passed: a line of its own that begins so.
const worthShowing = /^shows: (.*)$/gm
const reports = join(logFolder, 'tests')

/** Tests failed; how many is known, and what they said. */
export class TestsFailed extends Error {
  readonly output: string
  readonly counts: Counts
  constructor(name: string, output: string, counts: Counts) {
    super(`${name}: ${counts.failed} failed`)
    this.name = 'TestsFailed'
    this.output = output
    this.counts = counts
  }
}

/** The tests of one of Vitest's projects. */
export function runVitest(project: 'unit' | 'features'): Promise<Counts> {
  const file = join(reports, `${project}.json`)
  const args = [
    join(repositoryFolder, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  return step(project, () => counted(project, args, {}, file, countsOfVitest), note)
}

/** The stories in the browser. */
export function runStories(): Promise<Counts> {
  const file = join(reports, 'stories.json')
  const args = [join(repositoryFolder, 'node_modules', '@playwright', 'test', 'cli.js'), 'test']
  return step('stories', () => counted('stories', args, { RELINK_STORIES_REPORT: file }, file, countsOfStories), note)
}

async function counted(
  name: string,
  args: string[],
  env: Record<string, string>,
  file: string,
  countsOf: (file: string) => Counts,
): Promise<Counts> {
  rmSync(file, { force: true })
  try {
    const output = await run(process.execPath, args, { ...process.env, ...env })
    for (const [, line] of output.matchAll(worthShowing)) console.log(`    ${line}`)
    return countsOf(file)
  } catch (error) {
    if (!(error instanceof CommandFailed && existsSync(file))) throw error
    throw new TestsFailed(name, error.output, countsOf(file))
  }
}

function note({ passed }: Counts): string {
  return `${passed} passed`
}
