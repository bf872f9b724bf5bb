import { db } from '#lib/adapters/db/client.ts'
import type { ItemState } from '#lib/domain/item-state.ts'

/** What each row of the drift report says of its Item. */
export type DriftItem = {
  itemId: string
  institutionName: string
  state: ItemState
  person: { name: string | null; email: string }
}

/** One page of a list of the report. */
export type DriftPage<Row> = { rows: Row[]; next: string | null }

/** The Items with these ids, in the order of the ids. */
export async function readDriftItems(itemIds: string[]): Promise<Map<string, DriftItem>> {
  const items = await db().item.findMany({
    where: { id: { in: itemIds } },
    select: { id: true, institutionName: true, state: true, user: { select: { name: true, email: true } } },
  })
  return new Map(items.map(({ id, user, ...facts }) => [id, { itemId: id, person: user, ...facts }] as const))
}
