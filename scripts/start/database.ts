import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFolder, dataFolder, logFolder } from '../stack/folders.ts'
import { ensureDatabase } from '../stack/migrate.ts'
import { startPostgres } from '../stack/postgres.ts'
import { keptSecrets } from '../stack/secrets.ts'
import { step } from '../stack/steps.ts'
import { keep } from './lifecycle.ts'

const defaultPort = 54329
const databaseName = 'relink'

/** This checkout's own PostgreSQL; answers the address, and notes it for people who want to look inside. */
export async function startOwnDatabase(): Promise<string> {
  const folder = databaseFolder()
  const { databasePassword: password } = keptSecrets()
  const logFile = join(logFolder, 'postgres.log')
  const start = () => startPostgres({ folder, logFile, password, port: defaultPort })
  const postgres = await step('database', start, ({ port }) => `PostgreSQL on port ${port}`)
  await keep({ ...postgres, name: 'postgres' })
  const url = postgres.urlOf(databaseName)
  await ensureDatabase(postgres.urlOf('postgres'), databaseName)
  writeFileSync(join(dataFolder, 'database-url'), `${url}\n`, { mode: 0o600 })
  if (!folder.startsWith(dataFolder)) {
    // Root's own folders are closed to the account that PostgreSQL runs as; temp folders are emptied at a reboot.
    writeFileSync(join(dataFolder, 'postgres-is-in'), `${folder}\n`)
    console.log(`               its data are in ${folder}: the account it runs as cannot enter this folder`)
  }
  return url
}
