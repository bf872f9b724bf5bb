import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { type AppProcess, startApp } from '../scripts/stack/app-process.ts'
import { buildApp } from '../scripts/stack/build.ts'
import { run } from '../scripts/stack/child.ts'
import { completeVariables } from '../scripts/stack/environment.ts'
import { logFolder, repositoryFolder } from '../scripts/stack/folders.ts'
import { ensureDatabase, migrate, withClient } from '../scripts/stack/migrate.ts'
import { firstFreePort, freePort } from '../scripts/stack/ports.ts'
import { startSandbox } from '../scripts/stack/sandbox-process.ts'
import { newSecrets } from '../scripts/stack/secrets.ts'
import { step } from '../scripts/stack/steps.ts'
import { startDurablePostgres } from '../scripts/stack/throwaway-postgres.ts'
import { sandboxClient } from '../scripts/testing/sandbox-client.ts'

const firstPort = 54600 // above those of `npm start` and of the tests
const linked = 'linked'
const PlaidItemIds = z.array(z.string())
const logFile = (part: string) => join(logFolder, 'bench', `${part}.log`)

type Role = 'web' | 'worker' | 'all'
/** `onLine` gets what the server writes to its log. */
type HowToRun = { logLevel?: string; onLine?: (line: string) => void }

/** A database of its own, the sandbox, and Relink as it is built: what a bench measures. */
export type Place = {
  /** The folder with the built server. */
  build: string
  appUrl: string
  sandbox: ReturnType<typeof sandboxClient>
  /** Links healthy Items; answers Plaid's ids of them. */
  linkItems: (count: number) => Promise<string[]>
  /** Fills the database of a running server with the people of a keyless start, their banks with logo and accounts. */
  seed: (databaseUrl: string) => Promise<void>
  /** A database with the Items as they were linked, untouched by earlier passes; answers its address. */
  freshDatabase: (name: string) => Promise<string>
  startServer: (databaseUrl: string, role: Role, how?: HowToRun) => Promise<AppProcess>
}

const closers: (() => unknown)[] = []

/** Starts what every bench needs on free ports. */
export async function openPlace(): Promise<Place> {
  const build = process.env.RELINK_BUILD ?? (await step('build', buildApp, ({ folder }) => folder.slice(-16))).folder
  const port = await firstFreePort(firstPort)
  const postgres = await step(
    'database',
    () => startDurablePostgres(port),
    ({ port: taken }) => `PostgreSQL on port ${taken}`,
  )
  closers.push(() => postgres.stop())
  await ensureDatabase(postgres.urlOf('postgres'), linked)
  await step(
    'migrations',
    () => migrate(postgres.urlOf(linked)),
    (count) => `${count} applied`,
  )
  const appPort = await freePort()
  const appUrl = `http://localhost:${appPort}`
  const sandbox = await startSandbox({ port: 0, appUrl, logFile: logFile('sandbox') })
  closers.push(() => sandbox.stop())
  const secrets = newSecrets()
  const environment = (databaseUrl: string): NodeJS.ProcessEnv => ({
    PATH: process.env.PATH,
    NODE_ENV: process.env.NODE_ENV,
    ...completeVariables({}, secrets, { appUrl, appPort, sandboxUrl: sandbox.url, databaseUrl }),
  })
  return {
    build,
    appUrl,
    sandbox: sandboxClient(sandbox.url),
    linkItems: (count) => linkItems(count, environment(postgres.urlOf(linked))),
    seed: (databaseUrl) => seed(environment(databaseUrl)),
    freshDatabase: (name) => copyDatabase(postgres.urlOf, name),
    async startServer(databaseUrl, role, { logLevel, onLine } = {}) {
      const env = { ...environment(databaseUrl), RELINK_ROLE: role, ...(logLevel && { LOG_LEVEL: logLevel }) }
      const where = { build, port: appPort, host: '127.0.0.1', logFile: logFile(role) }
      const app = await startApp({ ...where, env, ...(onLine && { onLine }) })
      closers.push(() => app.stop())
      return app
    },
  }
}

/** Ends everything, the newest first. */
export async function closePlace(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

/** Kept for whoever opens something besides the place. */
export function closeAtEnd(close: () => unknown): void {
  closers.push(close)
}

async function linkItems(count: number, env: NodeJS.ProcessEnv): Promise<string[]> {
  const link = () => runScript('bench-items.ts', [String(count)], env)
  const output = await step('Items', link, () => `${count} linked`)
  return PlaidItemIds.parse(JSON.parse(output))
}

async function seed(env: NodeJS.ProcessEnv): Promise<void> {
  const fill = () => runScript('seed.ts', [], env)
  await step('people', fill, () => 'seeded')
}

function runScript(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const script = join(repositoryFolder, 'scripts', name)
  return run(process.execPath, [script, ...args], { ...env, LOG_LEVEL: 'silent' })
}

async function copyDatabase(urlOf: (name: string) => string, name: string): Promise<string> {
  await withClient(urlOf('postgres'), (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${linked}`),
  )
  return urlOf(name)
}
