import { db } from '#lib/adapters/db/client.ts'
import { listRetriedDeliveries } from '#lib/adapters/queue/retried-jobs.ts'

/** A webhook that says something about an Item while Plaid, which is away, has not confirmed it. */
export type Unconfirmed = { deliveryId: string; webhookType: string; webhookCode: string; receivedAt: Date }

export type UnconfirmedItem = Unconfirmed & {
  itemId: string
  institutionName: string
  person: { name: string | null; email: string }
}

const mostOfItem = 5
const mostItems = 5
// Twenty copies of a webhook are one line, so more jobs are read than Items are shown.
const mostJobs = 100

const shownFields = { id: true, webhookType: true, webhookCode: true, receivedAt: true, plaidItemId: true } as const

/** What was told of an Item and waits for Plaid's word, the oldest first. */
export async function readUnconfirmed(plaidItemId: string): Promise<Unconfirmed[]> {
  const rows = await db().webhookDelivery.findMany({
    where: { plaidItemId, outcome: 'pending' },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: mostOfItem,
    select: shownFields,
  })
  return rows.map(toUnconfirmed)
}

/**
 * Items of which something was told that Plaid did not confirm at the first try, those that wait longest first, each
 * with its oldest webhook. Read from the jobs that are tried again, which are few among all deliveries.
 */
export async function readUnconfirmedItems(): Promise<{ items: UnconfirmedItem[]; hasMore: boolean }> {
  const retried = await listRetriedDeliveries(mostJobs)
  const deliveries = await db().webhookDelivery.findMany({
    where: { id: { in: retried }, outcome: 'pending', plaidItemId: { not: null } },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    select: shownFields,
  })
  // The oldest of an Item is the last that is put in.
  const oldest = new Map(deliveries.map((delivery) => [delivery.plaidItemId ?? '', delivery]))
  const items = await db().item.findMany({
    where: { plaidItemId: { in: [...oldest.keys()] } },
    select: { id: true, plaidItemId: true, institutionName: true, user: { select: { name: true, email: true } } },
  })
  const waiting = items.flatMap(({ id, plaidItemId, institutionName, user }) => {
    const delivery = oldest.get(plaidItemId)
    return delivery ? [{ ...toUnconfirmed(delivery), itemId: id, institutionName, person: user }] : []
  })
  waiting.sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime())
  return { items: waiting.slice(0, mostItems), hasMore: waiting.length > mostItems }
}

function toUnconfirmed({ id, webhookType, webhookCode, receivedAt }: Omit<Unconfirmed, 'deliveryId'> & { id: string }) {
  return { deliveryId: id, webhookType, webhookCode, receivedAt }
}
