import { db } from '#lib/adapters/db/client.ts'
import type { ItemState } from '#lib/domain/item-state.ts'

/** What the rows of a list say of their Item. */
export type ListedItem = {
  itemId: string
  institutionName: string
  state: ItemState
  person: { name: string | null; email: string }
}

/** One page of a list. */
export type ListPage<Row> = { rows: Row[]; next: string | null }

/** The Items with these ids, by id, as far as they exist. */
export async function readListedItems(itemIds: string[]): Promise<Map<string, ListedItem>> {
  const items = await db().item.findMany({
    where: { id: { in: itemIds } },
    select: { id: true, institutionName: true, state: true, user: { select: { name: true, email: true } } },
  })
  return new Map(items.map(({ id, user, ...facts }) => [id, { itemId: id, person: user, ...facts }] as const))
}
