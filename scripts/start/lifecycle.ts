import { join } from 'node:path'
import { CommandFailed } from '../stack/child.ts'
import { logFolder } from '../stack/folders.ts'
import { Obstacle } from '../stack/steps.ts'
import { noteRunning, releaseFolder } from './running.ts'

export type Part = {
  name: string
  pid: number | undefined
  stop: () => Promise<void>
  /** Settles when it has ended, however that came. */
  ended: Promise<void>
}

const parts: Part[] = []
let isEnding = false

/** Makes signals, and the end of whoever started us, end everything in order. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void endAll(0))
  process.once('disconnect', () => void endAll(0))
}

/** Takes care of a part until the end; when it ends by itself, everything does. */
export async function keep(part: Part): Promise<void> {
  if (isEnding) return part.stop() // the end came while it was starting
  parts.push(part)
  noteRunning(parts.map(({ pid }) => pid))
  void part.ended.then(() => {
    if (isEnding) return
    console.error(`The ${part.name} ended unexpectedly; the reason is in ${join(logFolder, `${part.name}.log`)}.`)
    return endAll(1)
  })
}

/** Ends with one sentence for what the person can cure, and with everything we know for the rest. */
export async function fail(error: unknown): Promise<void> {
  if (isEnding) return
  if (error instanceof CommandFailed) console.error(error.output)
  console.error(error instanceof Obstacle || error instanceof CommandFailed ? error.message : error)
  await endAll(1)
}

/** The newest part first: app, sandbox, database. */
async function endAll(code: number): Promise<void> {
  if (isEnding) return
  isEnding = true
  for (const part of parts.reverse()) await part.stop()
  releaseFolder()
  process.exit(code)
}
