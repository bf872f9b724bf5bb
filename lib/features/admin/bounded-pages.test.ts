import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '#lib/adapters/db/client.ts'
import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'
import { readDashboard } from '#lib/features/items/read-dashboard.ts'
import { sweepItems } from '#lib/features/items/sweep-items.ts'
import { previewReplay } from '#lib/features/webhooks/replay-deliveries.ts'
import { stopRelink } from '../../../scripts/testing/relink.ts'
import { pageSize } from './page-key.ts'
import { readBrokenItems } from './read-broken-items.ts'
import { readItemForAdmin } from './read-item.ts'
import { readMissedWebhooks } from './read-missed-webhooks.ts'
import { readStrayedItems } from './read-strayed-items.ts'
import { readSweepFinds } from './read-sweep-finds.ts'

// Fifty thousand Items with a history: enough that PostgreSQL would rather read a whole table than walk a long index.
const itemCount = 50_000
// A page, one more, and the rows that belong to each of its Items.
const mostReads = 1_500
const now = new Date()
const itemIds = Array.from({ length: 3 }, (_, index) => idOf('0000', 10 * (index + 1)))

function idOf(group: string, index: number): string {
  return `${index.toString(16).padStart(8, '0')}-${group}-7000-8000-000000000000`
}

beforeAll(fill, 120_000)
afterAll(stopRelink)

async function fill(): Promise<void> {
  const ours = webhookUrl()
  await db().$executeRaw`
    INSERT INTO users (id, email) SELECT 'user-' || i, i || '@example.org' FROM generate_series(1, 1000) AS i`
  await db().$executeRaw`
    INSERT INTO items (id, plaid_item_id, user_id, institution_name, sealed_access_token, state, state_since,
      plaid_webhook_url, missed_webhook_at, next_check_at)
    SELECT lpad(to_hex(i), 8, '0') || '-0000-7000-8000-000000000000', 'item-' || i, 'user-' || (1 + i % 1000), 'Bank',
      'sealed', (CASE WHEN i % 10 = 0 THEN 'login_required' ELSE 'healthy' END)::"ItemState", now(),
      CASE WHEN i % 10 = 1 THEN 'https://elsewhere.example.org/' ELSE ${ours} END,
      CASE WHEN i % 10 = 2 THEN now() - make_interval(secs => 3600 + i) END,
      now() + make_interval(secs => i - 1000)
    FROM generate_series(1, ${itemCount}::int) AS i`
  await db().$executeRaw`
    INSERT INTO incidents (id, item_id, opened_at, closed_at)
    SELECT lpad(to_hex(i), 8, '0') || '-1111-7000-8000-000000000000',
      lpad(to_hex(i), 8, '0') || '-0000-7000-8000-000000000000', now() - make_interval(secs => i * 60.0),
      CASE WHEN i % 10 <> 0 THEN now() END
    FROM generate_series(1, ${itemCount}::int) AS i`
  await db().$executeRaw`
    INSERT INTO messages (id, user_id, state, created_at)
    SELECT 'message-' || i, 'user-' || (1 + i % 1000), 'sent', now() FROM generate_series(1, ${itemCount}::int) AS i`
  await db().$executeRaw`
    INSERT INTO notices (id, incident_id, user_id, kind, anchor_at, due_at, state, message_id)
    SELECT gen_random_uuid()::text, id, 'user-1', 'broken', opened_at, opened_at, 'sent',
      'message-' || row_number() OVER () FROM incidents`
  await db().$executeRaw`
    INSERT INTO webhook_deliveries (id, received_at, webhook_type, webhook_code, plaid_item_id, body)
    SELECT lpad(to_hex(i), 8, '0') || '-2222-7000-8000-000000000000', now() - make_interval(days => 2, secs => i * 2.0),
      'ITEM', 'ERROR', 'item-' || i, convert_to('{}', 'UTF8')
    FROM generate_series(1, ${itemCount}::int) AS i`
  await db().$executeRaw`
    INSERT INTO history_entries (id, item_id, at, kind, detail)
    SELECT lpad(to_hex(i * 3 + n), 8, '0') || '-3333-7000-8000-000000000000',
      lpad(to_hex(i), 8, '0') || '-0000-7000-8000-000000000000', now() - make_interval(secs => (i + n) * 5.0),
      (ARRAY['checked', 'state_changed', 'link_exited'])[n],
      CASE WHEN n = 2 THEN '{"from":"healthy","to":"login_required","errorCode":null,"by":"sweep"}'::jsonb
        ELSE '{"found":"no_error","requestId":null}'::jsonb END
    FROM generate_series(1, ${itemCount}::int) AS i, generate_series(1, 3) AS n`
  await db().$executeRaw`ANALYZE`
}

type Reads = { seq: number; index: number }

/** What PostgreSQL has read so far: rows by walks through whole tables, and entries of indexes. */
async function readsSoFar(): Promise<Reads> {
  // A connection tells what it read when it ends.
  await closeDb()
  await sleep(300)
  const [reads] = await db().$queryRaw<Reads[]>`
    SELECT (SELECT sum(seq_tup_read)::int FROM pg_stat_user_tables
        WHERE relname IN ('items', 'incidents', 'notices', 'messages', 'webhook_deliveries', 'history_entries')) AS seq,
      (SELECT sum(idx_tup_read)::int FROM pg_stat_user_indexes
        WHERE relname IN ('items', 'incidents', 'notices', 'messages', 'webhook_deliveries', 'history_entries')) AS index`
  return reads ?? { seq: 0, index: 0 }
}

async function readsOf(work: () => Promise<unknown>): Promise<Reads> {
  const before = await readsSoFar()
  await work()
  const after = await readsSoFar()
  return { seq: after.seq - before.seq, index: after.index - before.index }
}

type Page = { rows: unknown[]; next: string | null }

/** The key of a page three thousand rows down. */
async function deepIn(read: (page: { after: string | null; limit: number }) => Promise<Page>): Promise<string> {
  const { next } = await read({ after: null, limit: 3_000 })
  if (next === null) throw new Error('the list is too short for this test')
  return next
}

describe('a page reads by an index what it shows and little more, however far down it is', () => {
  it.each([
    ['broken Items', (page) => readBrokenItems(page)],
    ['Items whose webhooks go elsewhere', (page) => readStrayedItems(page)],
    ['webhooks that never came', (page) => readMissedWebhooks(page, now)],
    ['what the sweep found', (page) => readSweepFinds(page, now)],
  ] satisfies [string, (page: { after: string | null; limit: number }) => Promise<Page>][])(
    '%s',
    async (_what, read) => {
      const after = await deepIn(read)
      const first = await read({ after: null, limit: pageSize })
      const deep = await read({ after, limit: pageSize })
      expect([first.rows.length, deep.rows.length]).toEqual([pageSize, pageSize])
      const readsOfFirst = await readsOf(() => read({ after: null, limit: pageSize }))
      const readsOfDeep = await readsOf(() => read({ after, limit: pageSize }))
      for (const reads of [readsOfFirst, readsOfDeep]) {
        expect(reads.seq).toBe(0)
        expect(reads.index).toBeGreaterThanOrEqual(pageSize)
      }
      // The first page pays for the count too, which every page has; the way down adds nothing.
      expect(readsOfDeep.index - readsOfFirst.index).toBeLessThan(mostReads)
    },
  )
})

describe('what works through many rows takes one stretch of an index at a time', () => {
  it('an Item with its history', async () => {
    const reads = await readsOf(() => Promise.all(itemIds.map(readItemForAdmin)))
    expect(reads.seq).toBe(0)
    expect(reads.index).toBeLessThan(mostReads)
  })

  it('a search among the broken Items', async () => {
    const { rows } = await readBrokenItems({ search: '111@example.ORG', limit: pageSize })
    expect(rows).not.toEqual([])
    const reads = await readsOf(() => readBrokenItems({ search: '111@example.ORG', limit: pageSize }))
    expect(reads.seq).toBe(0)
  })

  it('what happened lately to one person’s banks', async () => {
    expect((await readDashboard('user-10')).lately).toHaveLength(6)
    const reads = await readsOf(() => readDashboard('user-10'))
    expect(reads.seq).toBe(0)
    expect(reads.index).toBeLessThan(mostReads)
  })

  it('the sweep', async () => {
    const reads = await readsOf(() => sweepItems(now, 0, pageSize))
    expect(reads.seq).toBe(0)
    expect(reads.index).toBeLessThan(mostReads)
  })

  it('a replay of a month: each page begins where the last one ended', async () => {
    const since = new Date(now.getTime() - 30 * 24 * 60 * 60 * 1000)
    const walk = async (count: number) => {
      let seen = 0
      for await (const _ of previewReplay({ since, until: now }, async () => null)) if (++seen === count) return
    }
    const short = await readsOf(() => walk(500))
    const long = await readsOf(() => walk(5_000))
    expect([short.seq, long.seq]).toEqual([0, 0])
    // Ten times as many deliveries cost ten times as much, and not a hundred times.
    expect(long.index / short.index).toBeLessThan(15)
  })
})
