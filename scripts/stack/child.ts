import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { repositoryFolder } from './folders.ts'

export type Child = {
  name: string
  pid: number | undefined
  isRunning: () => boolean
  /** Settles when the process has ended, however that came. */
  ended: Promise<void>
  kill: (signal: NodeJS.Signals) => void
  /** Asks it to end, and ends it when it does not within the patience. */
  stop: (patienceMs?: number) => Promise<void>
}

type ChildOptions = {
  name: string
  command: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd?: string
  logFile: string
  onLine?: (line: string, stream: 'stdout' | 'stderr') => void
  /** Gives it a channel that closes when this process ends, however hard: a Node process can then end itself. */
  hasChannel?: boolean
}

/** Starts a server process with its output in a log file. */
export function startChild(options: ChildOptions): Child {
  mkdirSync(dirname(options.logFile), { recursive: true })
  // A process group of its own: Ctrl-C in the terminal must reach us only, so that we end things in order.
  const child = spawn(options.command, options.args, {
    cwd: options.cwd ?? repositoryFolder,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe', ...(options.hasChannel ? ['ipc' as const] : [])],
    detached: true,
  })
  child.channel?.unref()
  endWithUs(child, 'SIGTERM')
  keepOutput(child, options)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null
  const kill = (signal: NodeJS.Signals) => void (isRunning() && child.kill(signal))
  const stop = async (patienceMs = 10_000) => {
    kill('SIGTERM')
    await Promise.race([ended, sleep(patienceMs, undefined, { ref: false })])
    kill('SIGKILL')
    await ended
  }
  return { name: options.name, pid: child.pid, isRunning, ended, kill, stop }
}

/** Runs a command to its end; throws with its output when it fails. */
export async function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const child = spawn(command, args, { cwd: repositoryFolder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  endWithUs(child, 'SIGINT') // test runners tidy up at this signal only
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(child, 'close')
  const output = Buffer.concat(chunks).toString()
  const shown = [command, ...args].join(' ').replaceAll(`${repositoryFolder}/`, '')
  if (child.exitCode !== 0) throw new CommandFailed(`${shown} failed.`, output)
  return output
}

/** A command that ended badly, with all that it printed. */
export class CommandFailed extends Error {
  readonly output: string
  constructor(message: string, output: string) {
    super(message)
    this.name = 'CommandFailed'
    this.output = output
  }
}

const dependants = new Map<ChildProcess, NodeJS.Signals>()
process.once('exit', () => {
  for (const [child, signal] of dependants) child.kill(signal)
})

/** Should this process end without having stopped the child, the child is told to end too. */
export function endWithUs(child: ChildProcess, signal: NodeJS.Signals): void {
  dependants.set(child, signal)
  child.once('exit', () => dependants.delete(child))
}

function keepOutput(child: ChildProcess, { logFile, onLine }: ChildOptions): void {
  const log = createWriteStream(logFile, { flags: 'a' })
  for (const stream of ['stdout', 'stderr'] as const) {
    const input = child[stream]
    if (!input) continue
    createInterface({ input }).on('line', (line) => {
      log.write(`${line}\n`)
      onLine?.(line, stream)
    })
  }
  child.once('close', () => log.end())
}
