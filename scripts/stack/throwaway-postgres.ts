import { randomBytes } from 'node:crypto'
import { chmodSync, globSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canEnter, databaseServerUser, dataFolder, temporaryRoot } from './folders.ts'
import { isAlive } from './one-at-a-time.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { endLeftoverServer } from './postgres-leftover.ts'

const prefix = 'relink-test-'
const ownerFile = 'started-by'

// No test looks at what is left after a crash.
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

/** A PostgreSQL for tests: quick, careless about the disk, and gone with its data when stopped. */
export function startThrowawayPostgres(port: number): Promise<Postgres> {
  return start(port, temporaryRoot(databaseServerUser()), careless)
}

/** A PostgreSQL for benches: as it runs in life, so that a commit waits for the disk, and gone when stopped. */
export function startDurablePostgres(port: number): Promise<Postgres> {
  const user = databaseServerUser()
  // A temp folder may be in memory, where a commit costs nothing.
  return start(port, canEnter(dataFolder, user) ? dataFolder : temporaryRoot(user), {})
}

async function start(port: number, root: string, settings: Record<string, string>): Promise<Postgres> {
  await removeAbandoned(root)
  const folder = mkdtempSync(join(root, prefix))
  writeFileSync(join(folder, ownerFile), String(process.pid))
  chmodSync(folder, 0o711)
  const logFile = join(folder, 'postgres.log')
  const password = randomBytes(18).toString('base64url')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const postgres = await startPostgres({ folder, logFile, password, port, settings, isThrowaway: true })
  return { ...postgres, stop: () => postgres.stop().finally(remove) }
}

/** A test run that was killed hard could not tidy up; the next one does. */
async function removeAbandoned(root: string): Promise<void> {
  for (const file of globSync(`${prefix}*/${ownerFile}`, { cwd: root })) {
    const folder = join(root, file, '..')
    const isOurs = lstatSync(folder).uid === process.getuid?.() // anybody may make folders in a temp folder
    if (!isOurs || isAlive(Number(readFileSync(join(root, file), 'utf8')))) continue
    await endLeftoverServer(join(folder, 'data'))
    rmSync(folder, { recursive: true, force: true })
  }
}
