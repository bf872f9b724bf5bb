import { z } from 'zod'
import { db, Prisma } from '#lib/adapters/db/client.ts'
import { countAtMost } from '#lib/adapters/db/count-at-most.ts'
import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'
import { pageSize } from './page-key.ts'
import { type ListedItem, type ListPage, readListedItems } from './read-listed-items.ts'

/** An Item whose webhooks Plaid sends elsewhere; null: nowhere. */
export type StrayedItem = ListedItem & { webhookUrl: string | null }

type Key = { url: string; id: string }
// No address at all stands first, and every id behind the empty one.
const first: Key = { url: '', id: '' }
const keyForm = z.tuple([z.string(), z.string()])

/** Items whose webhook address at Plaid is not ours, by address, one page by key. */
export async function readStrayedItems(page: {
  after?: string | null
  limit?: number
}): Promise<ListPage<StrayedItem>> {
  const limit = page.limit ?? pageSize
  const found = await findStrayed(limit + 1, readKey(page.after) ?? first)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const items = await readListedItems(shown.map(({ id }) => id))
  return {
    rows: shown.flatMap(({ id, url }) => {
      const item = items.get(id)
      return item ? [{ ...item, webhookUrl: url === '' ? null : url }] : []
    }),
    next: found.length > limit && last ? writeKey(last) : null,
  }
}

/** How many there are, up to one more than is ever counted on each side of our address. */
export async function countStrayedItems(): Promise<number> {
  const ours = webhookUrl()
  const [before, behind] = await Promise.all([
    countAtMost(Prisma.sql`SELECT FROM items WHERE plaid_webhook_url < ${ours}`),
    countAtMost(Prisma.sql`SELECT FROM items WHERE plaid_webhook_url > ${ours}`),
  ])
  return before + behind
}

/** "Not ours" would read the whole index; what stands before ours and what stands behind it are two short walks. */
async function findStrayed(take: number, after: Key): Promise<Key[]> {
  const ours = webhookUrl()
  const before = await db().$queryRaw<Key[]>`
    SELECT plaid_webhook_url AS url, id FROM items
    WHERE plaid_webhook_url < ${ours} AND (plaid_webhook_url, id) > (${after.url}, ${after.id})
    ORDER BY plaid_webhook_url, id LIMIT ${take}`
  if (before.length === take) return before
  const behind = await db().$queryRaw<Key[]>`
    SELECT plaid_webhook_url AS url, id FROM items
    WHERE plaid_webhook_url > ${ours} AND (plaid_webhook_url, id) > (${after.url}, ${after.id})
    ORDER BY plaid_webhook_url, id LIMIT ${take - before.length}`
  return [...before, ...behind]
}

function writeKey({ url, id }: Key): string {
  return Buffer.from(JSON.stringify([url, id])).toString('base64url')
}

function readKey(text: string | null | undefined): Key | null {
  if (!text) return null
  try {
    const [url, id] = keyForm.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { url, id }
  } catch {
    // An address that somebody cut or made up leads to the first page.
    return null
  }
}
