import { randomUUID } from 'node:crypto'

/** An id for a row that is made in bulk. Rows made one by one get theirs (uuid 7) from Prisma. */
export function newId(): string {
  return randomUUID()
}
