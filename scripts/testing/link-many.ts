import { db } from '#lib/adapters/db/client.ts'
import { exchangePublicToken } from '#lib/adapters/plaid/exchange-public-token.ts'
import { inTurns } from './in-turns.ts'
import { sandboxClient } from './sandbox-client.ts'

export type ManyItems = { sandboxUrl?: string; count: number; webhook?: string }
export type KnownItem = { itemId: string; plaidItemId: string; email: string }

const institution = { id: 'ins_109508', name: 'First Platypus Bank' }
const exchangesAtOnce = 20
const firstCheckMs = 24 * 60 * 60 * 1000
const rowsAtOnce = 1_000

/** Links many healthy Items, each of a person of its own, with one question to Plaid for each and a few statements. */
export async function linkManyItems({ sandboxUrl, count, webhook }: ManyItems): Promise<KnownItem[]> {
  const now = new Date()
  const made = await sandboxClient(sandboxUrl).createItems({ count, institutionId: institution.id, webhook })
  const accesses = await inTurns(made, exchangesAtOnce, ({ publicToken }) => exchangePublicToken(publicToken))
  await db().institution.upsert({
    where: { id: institution.id },
    create: { ...institution, refreshedAt: now },
    update: {},
  })
  const linked: KnownItem[] = []
  for (let from = 0; from < count; from += rowsAtOnce) {
    linked.push(...(await keepItems(accesses.slice(from, from + rowsAtOnce), now)))
  }
  return linked
}

async function keepItems(accesses: Awaited<ReturnType<typeof exchangePublicToken>>[], now: Date): Promise<KnownItem[]> {
  const people = await db().user.createManyAndReturn({
    data: accesses.map(({ plaidItemId }) => ({ email: emailOf(plaidItemId) })),
    select: { id: true, email: true },
  })
  const userIds = new Map(people.map(({ id, email }) => [email, id]))
  const items = await db().item.createManyAndReturn({
    data: accesses.map((access) => ({
      ...access,
      userId: userIds.get(emailOf(access.plaidItemId)) ?? '',
      institutionId: institution.id,
      institutionName: institution.name,
      stateSince: now,
      createdAt: now,
      nextCheckAt: new Date(now.getTime() + firstCheckMs),
    })),
    select: { id: true, plaidItemId: true },
  })
  return items.map(({ id, plaidItemId }) => ({ itemId: id, plaidItemId, email: emailOf(plaidItemId) }))
}

function emailOf(plaidItemId: string): string {
  return `${plaidItemId.toLowerCase()}@example.org`
}
