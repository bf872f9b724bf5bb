import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'
import { ensureDatabase, migrate, withClient } from '../stack/migrate.ts'
import { isAlive } from '../stack/one-at-a-time.ts'
import type { Postgres } from '../stack/postgres.ts'

const template = 'relink_template'
const Names = z.array(z.object({ datname: z.string() }))

/** The variable that names the PostgreSQL server of this test run. */
export const testServerKey = 'RELINK_TEST_POSTGRES'

/** Makes the migrated database that every test file gets a copy of. */
export async function prepareTemplate(postgres: Postgres): Promise<void> {
  await ensureDatabase(postgres.urlOf('postgres'), template)
  await migrate(postgres.urlOf(template))
}

/** A fresh database on the server of this test run, with all migrations applied; answers its address. */
export async function createTestDatabase(): Promise<string> {
  const server = process.env[testServerKey]
  if (!server) throw new Error(`${testServerKey} is not set: the test run's set-up has not started PostgreSQL.`)
  const name = `relink_test_${process.pid}_${randomBytes(3).toString('hex')}`
  await withClient(server, async (client) => {
    await dropAbandoned(client)
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${template}`)
  })
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** A file's database goes when the next file asks for one: dropped earlier, it would cut off connections in use. */
async function dropAbandoned(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname LIKE 'relink\\_test\\_%'")
  for (const { datname } of Names.parse(rows)) {
    if (isAlive(Number(datname.split('_')[2]))) continue
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(datname)} WITH (FORCE)`)
  }
}
