import { db, Prisma } from '#lib/adapters/db/client.ts'
import { countAtMost } from '#lib/adapters/db/count-at-most.ts'
import { clockToleranceMs, onItsWayMs } from '#lib/domain/webhook-drift.ts'
import { newest, type PageKey, pageSize, readPageKey, writePageKey } from './page-key.ts'
import { type ListedItem, type ListPage, readListedItems } from './read-listed-items.ts'

/** A webhook that Plaid says it sent and that never came. */
export type MissedWebhook = ListedItem & { sentAt: Date; code: string | null }

/** Webhooks that Plaid says it sent and we never got, the newest first, one page by key. */
export async function readMissedWebhooks(
  page: { after?: string | null; limit?: number },
  now: Date,
): Promise<ListPage<MissedWebhook>> {
  const limit = page.limit ?? pageSize
  const found = await findMissed(limit + 1, readPageKey(page.after) ?? newest, now)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const items = await readListedItems(shown.map(({ id }) => id))
  return {
    rows: shown.flatMap(({ id, at, code }) => {
      const item = items.get(id)
      return item ? [{ ...item, sentAt: at, code }] : []
    }),
    next: found.length > limit && last ? writePageKey(last) : null,
  }
}

/** How many there are, up to one more than is ever counted. */
export function countMissedWebhooks(now: Date): Promise<number> {
  return countAtMost(Prisma.sql`SELECT FROM items WHERE ${isMissed(now)}`)
}

function findMissed(limit: number, after: PageKey, now: Date) {
  return db().$queryRaw<(PageKey & { code: string | null })[]>`
    SELECT id, missed_webhook_at AS at, last_webhook_code AS code FROM items
    WHERE ${isMissed(now)} AND (missed_webhook_at, id) < (${after.at}, ${after.id})
    ORDER BY missed_webhook_at DESC, id DESC
    LIMIT ${limit}`
}

// The check noted the Items; some of the webhooks were on their way then and have come since, which is seen here.
function isMissed(now: Date): Prisma.Sql {
  const sentBefore = new Date(now.getTime() - onItsWayMs)
  return Prisma.sql`missed_webhook_at < ${sentBefore} AND NOT EXISTS (
    SELECT 1 FROM webhook_deliveries AS came
    WHERE came.plaid_item_id = items.plaid_item_id AND came.source = 'plaid'
      AND came.received_at >= items.missed_webhook_at - make_interval(secs => ${clockToleranceMs / 1000}::int))`
}
