import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#lib/env.ts'
import { Prisma, PrismaClient } from './generated/client.ts'
import { closeOneTrip } from './one-trip.ts'

export { Prisma }
export type Transaction = Prisma.TransactionClient

// Next bundles routes and instrumentation apart, so a plain module variable would open one pool in each.
const kept: typeof globalThis & { relinkDb?: PrismaClient } = globalThis

/** The one Prisma client of this process. */
export function db(): PrismaClient {
  kept.relinkDb ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 20 }) })
  return kept.relinkDb
}

/** Runs `work` in one transaction: all of it is stored, or nothing. */
export function inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db().$transaction(work, { maxWait: 5_000, timeout: 15_000 })
}

/** Closes the connections, for a process that ends. */
export async function closeDb(): Promise<void> {
  await closeOneTrip()
  await kept.relinkDb?.$disconnect()
  delete kept.relinkDb
}
