import { readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { run } from './child.ts'
import { repositoryFolder } from './folders.ts'

const undefinedTable = '42P01'
const DatabaseError = z.object({ code: z.string() })
const Applied = z.array(z.object({ migration_name: z.string() }))

/** Makes a database of this server unless it is there already. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  })
}

/** Brings the database to the newest schema; answers how many migrations that took. */
export async function migrate(databaseUrl: string): Promise<number> {
  const folder = join(repositoryFolder, 'prisma', 'migrations')
  const known = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const applied = await appliedMigrations(databaseUrl)
  const missing = known.filter(({ name }) => !applied.has(name))
  if (missing.length > 0) await deploy(databaseUrl) // Prisma's command costs seconds, so it runs only when needed
  return missing.length
}

async function appliedMigrations(databaseUrl: string): Promise<Set<string>> {
  const rows = await withClient(databaseUrl, async (client) => {
    try {
      const sql =
        'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL'
      return Applied.parse((await client.query(sql)).rows)
    } catch (error) {
      if (DatabaseError.safeParse(error).data?.code === undefinedTable) return [] // a database that is still empty
      throw error
    }
  })
  return new Set(rows.map((row) => row.migration_name))
}

/** `prisma migrate deploy`, with the schema engine that comes from npm instead of a download. */
async function deploy(databaseUrl: string): Promise<void> {
  const binaries = join(repositoryFolder, 'node_modules', '.bin')
  await run(
    process.execPath,
    [join(repositoryFolder, 'node_modules', 'prisma', 'build', 'index.js'), 'migrate', 'deploy'],
    {
      ...process.env,
      PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`, // the engine's first line asks for `node`: ours, not the outer one
      DATABASE_URL: databaseUrl,
      PRISMA_SCHEMA_ENGINE_BINARY: join(repositoryFolder, 'prisma', 'schema-engine.mjs'),
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  )
}

/** Does something over one connection and closes it. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
