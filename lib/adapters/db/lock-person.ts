import type { Transaction } from './client.ts'
import type { UserModel } from './generated/models.ts'

/**
 * Reads a person and keeps others from deciding what they are told until the transaction ends. Null when there is
 * none. Rows may still be added that point to them.
 */
export async function lockPerson(tx: Transaction, userId: string): Promise<UserModel | null> {
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId} FOR NO KEY UPDATE`
  return tx.user.findUnique({ where: { id: userId } })
}
