import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { ensureDatabase, migrate, withClient } from './migrate.ts'
import { freePort } from './ports.ts'
import { startThrowawayPostgres } from './throwaway-postgres.ts'

const Tables = z.array(z.object({ table_name: z.string() }))

it('PostgreSQL starts from its package, takes all migrations once, and ends', { timeout: 60_000 }, async () => {
  const postgres = await startThrowawayPostgres(await freePort())
  let isStopped = false
  onTestFinished(() => (isStopped ? undefined : postgres.stop()))
  await ensureDatabase(postgres.urlOf('postgres'), 'relink')
  await ensureDatabase(postgres.urlOf('postgres'), 'relink')
  expect(await migrate(postgres.urlOf('relink'))).toBeGreaterThan(0)
  expect(await migrate(postgres.urlOf('relink'))).toBe(0)

  const sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
  const { rows } = await withClient(postgres.urlOf('relink'), (client) => client.query(sql))
  expect(Tables.parse(rows).map((row) => row.table_name)).toContain('items')

  await postgres.stop()
  isStopped = true
  await postgres.ended
  await expect(withClient(postgres.urlOf('relink'), async () => {})).rejects.toThrow('ECONNREFUSED')
})
