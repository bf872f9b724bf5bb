import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endWithUs } from './child.ts'
import { databaseServerUser, type ServerUser } from './folders.ts'
import { firstFreePort } from './ports.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { endLeftoverServer } from './postgres-leftover.ts'

const superuser = 'relink'
const startTimeoutMs = 30_000
const stopTimeoutMs = 10_000

export type Postgres = {
  port: number
  pid: number | undefined
  /** Settles when the server has ended, however that came. */
  ended: Promise<void>
  /** The address of one of its databases. */
  urlOf: (database: string) => string
  stop: () => Promise<void>
}

type PostgresOptions = {
  /** Holds the data and, where needed, a copy of the binaries. */
  folder: string
  logFile: string
  password: string
  /** Taken when free, else the next free one above it. */
  port: number
  settings?: Record<string, string>
  /** Do not wait for the disk: the data are thrown away anyway. */
  isThrowaway?: boolean
}

/** Starts PostgreSQL on 127.0.0.1 from the npm package's binaries, with its data in `folder`. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const user = databaseServerUser()
  const data = join(options.folder, 'data')
  mkdirSync(options.folder, { recursive: true, mode: 0o711 })
  const binaries = postgresBinaries(options.folder, user)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, data, options, user)
  await endLeftoverServer(data)
  const port = await firstFreePort(options.port)
  const server = launch(binaries, data, port, options, user)
  await waitForServer(server, data, options.logFile)
  return {
    port,
    pid: server.pid,
    ended: new Promise((resolve) => server.once('exit', () => resolve())),
    urlOf: (database) => `postgresql://${superuser}:${options.password}@127.0.0.1:${port}/${database}`,
    stop: () => stop(server),
  }
}

function initialise(
  binaries: string,
  data: string,
  { password, isThrowaway }: PostgresOptions,
  user: ServerUser,
): void {
  rmSync(data, { recursive: true, force: true }) // an initdb that was killed half-way
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const passwordFile = join(dirname(data), 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of user ? [data, passwordFile] : []) chownSync(path, user?.uid ?? 0, user?.gid ?? 0)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${superuser}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const speed = isThrowaway ? ['--no-sync'] : []
  try {
    const args = [`--pgdata=${data}`, '--no-instructions', ...locale, ...access, ...speed]
    execFileSync(join(binaries, 'bin', 'initdb'), args, { ...user, cwd: data, env: serverEnvironment(), stdio: 'pipe' })
  } catch (cause) {
    rmSync(data, { recursive: true, force: true })
    throw cause
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function launch(
  binaries: string,
  data: string,
  port: number,
  options: PostgresOptions,
  user: ServerUser,
): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '', // a deep checkout makes a socket's path longer than systems allow
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  }
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const log = openSync(options.logFile, 'a')
  // A process group of its own: Ctrl-C in the terminal must reach us only, or the database would go before the app.
  const child = spawn(join(binaries, 'bin', 'postgres'), args, {
    ...user,
    cwd: data,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  endWithUs(child, 'SIGINT')
  return child
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', NODE_ENV: process.env.NODE_ENV }
}

/** The server writes its pid and, as the eighth line, how far it has come. */
async function waitForServer(server: ChildProcess, data: string, logFile: string): Promise<void> {
  let failure: Error | undefined
  server.once('error', (error) => {
    failure = error
  })
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline; await sleep(10)) {
    if (failure) throw failure
    if (server.exitCode !== null || server.signalCode !== null) break
    const pidFile = join(data, 'postmaster.pid')
    const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return
  }
  server.kill('SIGQUIT')
  throw new Error(`PostgreSQL did not start; the reason is in ${logFile}.`)
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGINT') // its "fast shutdown": ends sessions, keeps what was committed
  const timer = setTimeout(() => server.kill('SIGQUIT'), stopTimeoutMs)
  await ended
  clearTimeout(timer)
}
