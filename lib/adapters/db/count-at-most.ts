import { mostCounted } from '#lib/domain/bounded-count.ts'
import { db, Prisma } from './client.ts'

/**
 * Counts rows so far as a list is counted. Prisma's own count with a limit would put them into an order first.
 * @param rows what to count: a SELECT without columns, order and limit
 */
export async function countAtMost(rows: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>(
    Prisma.sql`SELECT count(*)::int AS count FROM (${rows} LIMIT ${mostCounted + 1}) AS counted`,
  )
  return row?.count ?? 0
}
