import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { dataFolder } from '../stack/folders.ts'
import { commandOf } from '../stack/postgres-leftover.ts'
import { Obstacle } from '../stack/steps.ts'

const Running = z.object({ pid: z.number(), children: z.array(z.object({ pid: z.number(), command: z.string() })) })

const file = join(dataFolder, 'running.json')
const patienceMs = 4000

/**
 * Two starts in one folder would share its data, so the second is refused. When the first was killed hard, what it
 * had started may still run: that is ended here.
 */
export async function claimFolder(): Promise<void> {
  const found = readRunning()
  if (found && isStart(found.pid)) {
    throw new Obstacle(`Relink runs already from this folder (process ${found.pid}): end it with Ctrl-C there first.`)
  }
  for (const { pid, command } of found?.children ?? []) await endLeftover(pid, command)
  noteRunning([])
}

/** Notes which processes belong to this start. */
export function noteRunning(pids: (number | undefined)[]): void {
  const known = pids.filter((pid) => pid !== undefined)
  const children = known.map((pid) => ({ pid, command: commandOf(pid).trim() }))
  writeFileSync(file, JSON.stringify({ pid: process.pid, children }))
}

/** Gives the folder back, if it was ours. */
export function releaseFolder(): void {
  if (readRunning()?.pid === process.pid) rmSync(file, { force: true })
}

function readRunning() {
  return existsSync(file) ? Running.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data : undefined
}

function isStart(pid: number): boolean {
  return pid !== process.pid && commandOf(pid).includes('scripts/start/main.ts')
}

/** A pid may be somebody else's by now; it is ours only when it still runs the same command. */
async function endLeftover(pid: number, command: string): Promise<void> {
  const isOurs = () => command !== '' && commandOf(pid).trim() === command
  if (!isOurs()) return
  process.kill(pid, 'SIGTERM')
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline && isOurs(); ) await sleep(50)
  if (isOurs()) process.kill(pid, 'SIGKILL')
}
