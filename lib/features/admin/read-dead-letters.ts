import { db } from '#lib/adapters/db/client.ts'
import { countDeadLetters, type DeadLetter, listDeadLetters } from '#lib/adapters/queue/dead-letters.ts'
import { pageSize, readPageKey, writePageKey } from './page-key.ts'
import { type ListedItem, type ListPage, readListedItems } from './read-listed-items.ts'

export type DeadLetterRow = DeadLetter & {
  /** Whose Item it was about, as far as its ids lead there. */
  item: ListedItem | null
}

/** Jobs that were given up, the newest first, one page by key, with the Items that they were about. */
export async function readDeadLetters(page: {
  after?: string | null
  limit?: number
}): Promise<ListPage<DeadLetterRow> & { total: number }> {
  const limit = page.limit ?? pageSize
  const key = readPageKey(page.after)
  const [letters, total] = await Promise.all([
    listDeadLetters(limit + 1, key && { diedAt: key.at, id: key.id }),
    countDeadLetters(),
  ])
  const shown = letters.slice(0, limit)
  const last = shown.at(-1)
  const itemIds = await itemIdsOf(shown)
  const items = await readListedItems([...itemIds.values()])
  return {
    rows: shown.map((letter) => ({ ...letter, item: items.get(itemIds.get(letter.id) ?? '') ?? null })),
    total,
    next: letters.length > limit && last ? writePageKey({ at: last.diedAt, id: last.id }) : null,
  }
}

export { countDeadLetters }

/** The Item of each dead letter: it names one itself, or a delivery or an attempt that does. */
async function itemIdsOf(letters: DeadLetter[]): Promise<Map<string, string>> {
  const named = (key: string) => letters.flatMap(({ data }) => data[key] ?? [])
  const [deliveries, attempts] = await Promise.all([
    db().webhookDelivery.findMany({
      where: { id: { in: named('deliveryId') } },
      select: { id: true, plaidItemId: true },
    }),
    db().attempt.findMany({
      where: { id: { in: named('attemptId') } },
      select: {
        id: true,
        message: { select: { notices: { take: 1, select: { incident: { select: { itemId: true } } } } } },
      },
    }),
  ])
  const told = await db().item.findMany({
    where: { plaidItemId: { in: deliveries.flatMap(({ plaidItemId }) => plaidItemId ?? []) } },
    select: { id: true, plaidItemId: true },
  })
  const ours = new Map(told.map(({ id, plaidItemId }) => [plaidItemId, id]))
  const itemOf = new Map<string, string | undefined>([
    ...deliveries.map(({ id, plaidItemId }) => [id, ours.get(plaidItemId ?? '')] as const),
    ...attempts.map(({ id, message }) => [id, message.notices[0]?.incident.itemId] as const),
  ])
  return new Map(
    letters.flatMap(({ id, data }) => {
      const itemId = data.itemId ?? itemOf.get(data.deliveryId ?? '') ?? itemOf.get(data.attemptId ?? '')
      return itemId ? [[id, itemId] as const] : []
    }),
  )
}
