import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const patienceMs = 15_000

/** After a hard kill of its starter the server may still run, or have left only its pid file behind. */
export async function endLeftoverServer(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (!commandOf(pid).includes(data)) return rmSync(pidFile, { force: true }) // that pid is somebody else by now
  process.kill(pid, 'SIGINT')
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline && existsSync(pidFile); ) await sleep(20)
  if (existsSync(pidFile)) throw new Error(`An older PostgreSQL (process ${pid}) does not end; end it by hand.`)
}

/** The command line of a running process; empty when there is no such process. */
export function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' })
  } catch {
    return commandFromProc(pid)
  }
}

/** Small systems have no `ps`. */
function commandFromProc(pid: number): string {
  const file = `/proc/${pid}/cmdline`
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\0', ' ') : ''
}
