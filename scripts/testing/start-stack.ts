import { join } from 'node:path'
import { type AppProcess, startApp } from '../stack/app-process.ts'
import { buildApp } from '../stack/build.ts'
import { completeVariables, type Variables } from '../stack/environment.ts'
import { logFolder } from '../stack/folders.ts'
import { freePort } from '../stack/ports.ts'
import { type SandboxProcess, startSandbox } from '../stack/sandbox-process.ts'
import { newSecrets } from '../stack/secrets.ts'
import { createTestDatabase } from './test-database.ts'

const retryDelaysMs = [200, 400, 800, 1600, 3200, 6400]

export type Stack = { app: AppProcess; sandbox: SandboxProcess; stop: () => Promise<void> }

type StackOptions = {
  /** Tells the log files of several stacks apart. */
  name: string
  /** A fresh one from the template when absent. */
  databaseUrl?: string
  appPort?: number
  sandboxPort?: number
  env?: Variables
}

/** Relink as it is built, with a sandbox and a database of its own. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const [databaseUrl, appPort, folder] = await Promise.all([
    options.databaseUrl ?? createTestDatabase(),
    options.appPort ?? freePort(),
    builtApp(),
  ])
  const appUrl = `http://localhost:${appPort}`
  const logFile = (part: string) => join(logFolder, 'tests', `${options.name}-${part}.log`)
  const port = options.sandboxPort ?? 0
  const secrets = newSecrets()
  const { resendWebhookSecret } = secrets
  const sandbox = await startSandbox({ port, appUrl, logFile: logFile('sandbox'), retryDelaysMs, resendWebhookSecret })
  const addresses = { appUrl, appPort, sandboxUrl: sandbox.url, databaseUrl }
  try {
    const env = { PATH: process.env.PATH, ...completeVariables(options.env ?? {}, secrets, addresses) }
    const app = await startApp({
      build: folder,
      port: appPort,
      host: '127.0.0.1',
      env: asProcessEnv(env),
      logFile: logFile('app'),
    })
    return { app, sandbox, stop: () => app.stop().finally(() => sandbox.stop()) }
  } catch (error) {
    await sandbox.stop()
    throw error
  }
}

/** One build for a whole run, also when somebody edits sources meanwhile. */
async function builtApp(): Promise<string> {
  process.env.RELINK_BUILD ??= (await buildApp()).folder
  return process.env.RELINK_BUILD
}

/** Next's types want NODE_ENV in every environment; the app's own is set where it is started. */
function asProcessEnv(variables: Variables): NodeJS.ProcessEnv {
  return { ...variables, NODE_ENV: process.env.NODE_ENV }
}
