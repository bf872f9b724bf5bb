import { db, Prisma } from '#lib/adapters/db/client.ts'
import { countAtMost } from '#lib/adapters/db/count-at-most.ts'
import { readFact } from '#lib/adapters/db/read-fact.ts'
import { dayMs } from '#lib/domain/durations.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { newest, type PageKey, pageSize, readPageKey, writePageKey } from './page-key.ts'
import { type ListedItem, type ListPage, readListedItems } from './read-listed-items.ts'

/** A change that nobody told us of: the sweep found it. */
export type SweepFind = ListedItem & { id: string; at: Date; from: ItemState; to: ItemState; errorCode: string | null }

/** How far back the report looks. */
const sweepFindDays = 30

/** Items that the sweep found broken or healed, the newest find first, one page by key. */
export async function readSweepFinds(
  page: { after?: string | null; limit?: number },
  now: Date,
): Promise<ListPage<SweepFind>> {
  const limit = page.limit ?? pageSize
  const found = await findEntries(limit + 1, readPageKey(page.after) ?? newest, now)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const items = await readListedItems(shown.map(({ itemId }) => itemId))
  return {
    rows: shown.flatMap(({ id, at, itemId, kind, detail }) => {
      const item = items.get(itemId)
      const fact = readFact({ kind, detail })
      if (!item || fact?.kind !== 'state_changed') return []
      const { from, to, errorCode } = fact
      return [{ ...item, id, at, from, to, errorCode }]
    }),
    next: found.length > limit && last ? writePageKey(last) : null,
  }
}

/** How many there are, up to one more than is ever counted. */
export function countSweepFinds(now: Date): Promise<number> {
  return countAtMost(Prisma.sql`
    SELECT FROM history_entries
    WHERE kind = 'state_changed' AND detail ->> 'by' = 'sweep' AND at >= ${foundSince(now)}`)
}

// The words of the condition are those of the index, which has the sweep's finds and nothing else.
function findEntries(limit: number, after: PageKey, now: Date) {
  return db().$queryRaw<(PageKey & { itemId: string; kind: string; detail: unknown })[]>`
    SELECT id, at, item_id AS "itemId", kind, detail FROM history_entries
    WHERE kind = 'state_changed' AND detail ->> 'by' = 'sweep' AND at >= ${foundSince(now)}
      AND (at, id) < (${after.at}, ${after.id})
    ORDER BY at DESC, id DESC
    LIMIT ${limit}`
}

function foundSince(now: Date): Date {
  return new Date(now.getTime() - sweepFindDays * dayMs)
}
