import { join } from 'node:path'
import { type Child, startChild } from './child.ts'
import type { Variables } from './environment.ts'
import { repositoryFolder } from './folders.ts'
import { waitUntilReady } from './ports.ts'

const startTimeoutMs = 60_000

export type AppProcess = {
  url: string
  current: () => Child
  kill: (signal: NodeJS.Signals) => Promise<void>
  /** Starts it again after it ended, on the same port with the same environment. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

type AppOptions = {
  /** The folder that `buildApp` made, or `dev` for Next's development server. */
  build: string
  port: number
  host: string
  env: Variables
  logFile: string
  onLine?: (line: string, stream: 'stdout' | 'stderr') => void
}

/** Starts Relink itself and waits until it is ready for requests. */
export async function startApp(options: AppOptions): Promise<AppProcess> {
  const url = `http://localhost:${options.port}`
  let child = await launch(options, url)
  return {
    url,
    current: () => child,
    kill: async (signal) => {
      child.kill(signal)
      await child.ended
    },
    restart: async () => {
      await child.stop()
      child = await launch(options, url)
    },
    stop: () => child.stop(),
  }
}

async function launch(options: AppOptions, url: string): Promise<Child> {
  const isDev = options.build === 'dev'
  const next = join(repositoryFolder, 'node_modules', 'next', 'dist', 'bin', 'next')
  const child = startChild({
    name: 'app',
    command: process.execPath,
    args: isDev ? [next, 'dev', '-H', options.host, '-p', String(options.port)] : [join(options.build, 'server.js')],
    cwd: isDev ? repositoryFolder : options.build,
    env: {
      ...options.env,
      NODE_ENV: isDev ? 'development' : 'production',
      PORT: String(options.port),
      HOSTNAME: options.host,
      NEXT_MANUAL_SIG_HANDLE: 'true', // our own handler lets a running job finish first
      NEXT_TELEMETRY_DISABLED: '1',
    },
    logFile: options.logFile,
    ...(options.onLine && { onLine: options.onLine }),
  })
  if (await waitUntilReady(`${url}/api/health/ready`, startTimeoutMs, () => !child.isRunning())) return child
  await child.stop(1000)
  throw new Error(`The app did not become ready; the reason is in ${options.logFile}.`)
}
