import type { Transaction } from './client.ts'
import type { ItemModel } from './generated/models.ts'

/** Reads an Item and keeps others from changing it until the transaction ends. Null when there is none. */
export async function lockItem(tx: Transaction, itemId: string): Promise<ItemModel | null> {
  await tx.$queryRaw`SELECT id FROM items WHERE id = ${itemId} FOR NO KEY UPDATE`
  return tx.item.findUnique({ where: { id: itemId } })
}
