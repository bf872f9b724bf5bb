import { db } from './client.ts'

/** Resolves when the database answers, rejects when it does not. */
export async function pingDb(): Promise<void> {
  await db().$queryRaw`SELECT 1`
}
