import { db, Prisma } from '#lib/adapters/db/client.ts'
import { countAtMost } from '#lib/adapters/db/count-at-most.ts'
import { newest, type PageKey, readPageKey } from './page-key.ts'

export const brokenItemLists = ['all', 'handed_over'] as const
export type BrokenItemList = (typeof brokenItemLists)[number]

export type BrokenItemsPage = {
  /** All of them, or those only that are support's now. */
  list?: BrokenItemList
  after?: string | null
  search?: string | null
  limit?: number
}

// The words of these conditions are those of the indexes, which have open incidents and broken Items and nothing else.
const open: Record<BrokenItemList, Prisma.Sql> = {
  all: Prisma.sql`closed_at IS NULL`,
  handed_over: Prisma.sql`closed_at IS NULL AND handed_over_at IS NOT NULL`,
}
const isBroken = Prisma.sql`state NOT IN ('healthy', 'removed')`

/** The open incidents of one page, the newest first, and how many each list has. */
export async function findBrokenItems(
  page: BrokenItemsPage,
  limit: number,
): Promise<{ found: PageKey[]; counts: Record<BrokenItemList, number> }> {
  const after = readPageKey(page.after) ?? newest
  const search = searchFilter(page.search)
  const [found, all, handed_over] = await Promise.all([
    db().$queryRaw<PageKey[]>`
      SELECT id, opened_at AS at FROM incidents
      WHERE ${open[page.list ?? 'all']} AND (opened_at, id) < (${after.at}, ${after.id}) ${search}
      ORDER BY opened_at DESC, id DESC LIMIT ${limit}`,
    countAtMost(Prisma.sql`SELECT FROM incidents WHERE ${open.all} ${search}`),
    countAtMost(Prisma.sql`SELECT FROM incidents WHERE ${open.handed_over} ${search}`),
  ])
  return { found, counts: { all, handed_over } }
}

/** Two short ways to the Items: by the people's index of all parts of names, and through the broken Items' banks. */
function searchFilter(search: string | null | undefined): Prisma.Sql {
  const text = search?.trim().replaceAll('\0', '')
  if (!text) return Prisma.empty
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  return Prisma.sql`AND item_id IN (
    SELECT items.id FROM users JOIN items ON items.user_id = users.id
    WHERE ${isBroken} AND (users.email ILIKE ${pattern} OR users.name ILIKE ${pattern})
    UNION
    SELECT id FROM items WHERE ${isBroken} AND (institution_name ILIKE ${pattern} OR plaid_item_id = ${text}))`
}
