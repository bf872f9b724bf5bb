import { db, Prisma } from '#lib/adapters/db/client.ts'
import { countAtMost } from '#lib/adapters/db/count-at-most.ts'
import { clockToleranceMs, onItsWayMs } from '#lib/domain/webhook-drift.ts'
import { type DriftItem, type DriftPage, readDriftItems } from './drift-items.ts'
import { newest, type PageKey, readPageKey, writePageKey } from './page-key.ts'

/** A webhook that Plaid says it sent and that never came. */
export type MissedWebhook = DriftItem & { sentAt: Date; code: string | null }

/** Webhooks that Plaid says it sent and we never got, the newest first, one page by key. */
export async function readMissedWebhooks(
  page: { after?: string | null; limit?: number },
  now: Date,
): Promise<DriftPage<MissedWebhook>> {
  const limit = page.limit ?? 50
  const found = await findMissed(limit + 1, readPageKey(page.after) ?? newest, now)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const items = await readDriftItems(shown.map(({ id }) => id))
  return {
    rows: shown.flatMap(({ id, at, code }) => {
      const item = items.get(id)
      return item ? [{ ...item, sentAt: at, code }] : []
    }),
    next: found.length > limit && last ? writePageKey(last) : null,
  }
}

// The check noted the Items; some of the webhooks were on their way then and have come since, which is seen here.
export function countMissedWebhooks(now: Date): Promise<number> {
  return countAtMost(Prisma.sql`
    SELECT FROM items WHERE missed_webhook_at < ${sentBefore(now)} AND NOT EXISTS (
      SELECT 1 FROM webhook_deliveries AS came
      WHERE came.plaid_item_id = items.plaid_item_id AND came.source = 'plaid'
        AND came.received_at >= items.missed_webhook_at - make_interval(secs => ${clockToleranceMs / 1000}::int))`)
}

function findMissed(limit: number, after: PageKey, now: Date) {
  return db().$queryRaw<(PageKey & { code: string | null })[]>`
    SELECT id, missed_webhook_at AS at, last_webhook_code AS code FROM items
    WHERE missed_webhook_at < ${sentBefore(now)}
      AND (missed_webhook_at, id) < (${after.at}, ${after.id})
      AND NOT EXISTS (
        SELECT 1 FROM webhook_deliveries AS came
        WHERE came.plaid_item_id = items.plaid_item_id AND came.source = 'plaid'
          AND came.received_at >= items.missed_webhook_at - make_interval(secs => ${clockToleranceMs / 1000}::int))
    ORDER BY missed_webhook_at DESC, id DESC
    LIMIT ${limit}`
}

function sentBefore(now: Date): Date {
  return new Date(now.getTime() - onItsWayMs)
}
