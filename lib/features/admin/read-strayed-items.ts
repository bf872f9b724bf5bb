import { z } from 'zod'
import { db, type Prisma } from '#lib/adapters/db/client.ts'
import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'
import { type DriftItem, type DriftPage, readDriftItems } from './drift-items.ts'

/** An Item whose webhooks Plaid sends elsewhere; null: nowhere. */
export type StrayedItem = DriftItem & { webhookUrl: string | null }

type Key = { url: string; id: string }
const keyForm = z.tuple([z.string(), z.string()])

/** Items whose webhook address at Plaid is not ours, by address, one page by key. */
export async function readStrayedItems(page: {
  after?: string | null
  limit?: number
}): Promise<DriftPage<StrayedItem>> {
  const limit = page.limit ?? 50
  const found = await findStrayed(limit + 1, readKey(page.after))
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const items = await readDriftItems(shown.map(({ id }) => id))
  return {
    rows: shown.flatMap(({ id, url }) => {
      const item = items.get(id)
      return item ? [{ ...item, webhookUrl: url === '' ? null : url }] : []
    }),
    next: found.length > limit && last ? writeKey(last) : null,
  }
}

export async function countStrayedItems(): Promise<number> {
  const ours = webhookUrl()
  const [before, behind] = await Promise.all([
    db().item.count({ where: { plaidWebhookUrl: { lt: ours } } }),
    db().item.count({ where: { plaidWebhookUrl: { gt: ours } } }),
  ])
  return before + behind
}

/** "Not ours" would read the whole index; what stands before ours and what stands behind it are two short walks. */
async function findStrayed(take: number, after: Key | null): Promise<Key[]> {
  const ours = webhookUrl()
  const before = await walk({ lt: ours }, take, after)
  if (before.length === take) return before
  return [...before, ...(await walk({ gt: ours }, take - before.length, after))]
}

async function walk(side: Prisma.StringNullableFilter, take: number, after: Key | null): Promise<Key[]> {
  const behind: Prisma.ItemWhereInput = after
    ? { OR: [{ plaidWebhookUrl: { gt: after.url } }, { plaidWebhookUrl: after.url, id: { gt: after.id } }] }
    : {}
  const items = await db().item.findMany({
    where: { AND: [{ plaidWebhookUrl: side }, behind] },
    orderBy: [{ plaidWebhookUrl: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true, plaidWebhookUrl: true },
  })
  return items.map(({ id, plaidWebhookUrl }) => ({ id, url: plaidWebhookUrl ?? '' }))
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
