import { join } from 'node:path'
import { startApp } from '../stack/app-process.ts'
import { buildApp } from '../stack/build.ts'
import type { Variables } from '../stack/environment.ts'
import { dataFolder, logFolder } from '../stack/folders.ts'
import { migrate } from '../stack/migrate.ts'
import { startSandbox } from '../stack/sandbox-process.ts'
import { Obstacle, step } from '../stack/steps.ts'
import { terminalLine } from './app-log.ts'
import { startOwnDatabase } from './database.ts'
import { keep } from './lifecycle.ts'
import type { Plan } from './plan.ts'

/** The given database, or Relink's own, at the newest schema; answers its address. */
export async function startDatabase(plan: Plan): Promise<string> {
  const url = plan.givenDatabaseUrl ?? (await startOwnDatabase())
  const note = (count: number) => (count === 0 ? 'up to date' : `${count} applied`)
  await step('migrations', () => migrate(url).catch(explain(plan)), note)
  return url
}

function explain(plan: Plan) {
  return (cause: unknown): never => {
    const isAway =
      cause instanceof Error && 'code' in cause && ['ECONNREFUSED', 'ENOTFOUND'].includes(String(cause.code))
    if (!plan.givenDatabaseUrl || !isAway) throw cause
    const advice = 'start that PostgreSQL, or remove the key to use the one that Relink brings'
    throw new Obstacle(`DATABASE_URL names a server that does not answer: ${advice}.`, { cause })
  }
}

/** The folder of the finished server. */
export async function prepareBuild(isDev: boolean): Promise<string> {
  if (isDev) return 'dev'
  const { folder } = await step('build', buildApp, ({ isNew }) => (isNew ? 'made' : 'up to date'))
  return folder
}

/** The stand-in for Plaid and for Resend; what it knows is kept between starts. */
export async function startSandboxPart(plan: Plan): Promise<void> {
  const options = {
    port: plan.sandboxPort,
    appUrl: plan.appUrl,
    logFile: join(logFolder, 'sandbox.log'),
    dataFile: join(dataFolder, 'sandbox.json'),
    resendWebhookSecret: plan.resendWebhookSecret(),
  }
  await keep(
    await step(
      'sandbox',
      () => startSandbox(options),
      ({ url }) => url,
    ),
  )
}

/** Relink itself; warnings and errors of its log show on the terminal too. */
export async function startAppPart(plan: Plan, build: string, variables: Variables): Promise<void> {
  const start = () =>
    startApp({
      build,
      port: plan.appPort,
      host: plan.host,
      env: { ...process.env, ...variables },
      logFile: join(logFolder, 'app.log'),
      onLine: (line, stream) => {
        const words = terminalLine(line, stream)
        if (words) console.error(words)
      },
    })
  const app = await step('app', start, ({ url }) => url)
  await keep(app.current())
}
