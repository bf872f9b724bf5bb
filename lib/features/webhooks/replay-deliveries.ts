import { db, inTransaction, type Prisma } from '#lib/adapters/db/client.ts'
import type { WebhookDeliveryModel } from '#lib/adapters/db/rows.ts'
import { enqueueAll } from '#lib/adapters/queue/queue.ts'
import { judgeDelivery, type Said } from './judge-delivery.ts'

/** Which deliveries: one, or those that came in a span of time (`since` in, `until` out). */
export type ReplayWish = { deliveryId: string } | { since: Date; until: Date }

export type SaidOfItem = Extract<Said, { about: 'item' }>

/** What replaying one delivery would do; `effect` is null where it is settled without a look at the Item. */
export type ReplayPreview<Effect> = { delivery: WebhookDeliveryModel; reason: string | null; effect: Effect | null }

const pageSize = 500

/**
 * Puts deliveries back to work, page by page, each page with its jobs in one transaction. State is the key, so
 * deliveries that did their work before change nothing.
 * @returns how many were put back
 */
export async function replayDeliveries(wish: ReplayWish): Promise<number> {
  let count = 0
  for await (const page of pagesOf(wish)) {
    const ids = page.map(({ id }) => id)
    await inTransaction(async (tx) => {
      // When and why they were settled stays, so that their Item's history is not told the same again.
      await tx.webhookDelivery.updateMany({ where: { id: { in: ids } }, data: { outcome: 'pending' } })
      await enqueueAll(
        tx,
        'apply-webhook',
        ids.map((deliveryId) => ({ deliveryId })),
      )
    })
    count += ids.length
  }
  return count
}

/**
 * Says of each delivery what replaying it would do, and stores nothing.
 * @param look what the hint would do to its Item
 */
export async function* previewReplay<Effect>(
  wish: ReplayWish,
  look: (said: SaidOfItem) => Promise<Effect>,
): AsyncGenerator<ReplayPreview<Effect>> {
  for await (const page of pagesOf(wish)) {
    for (const delivery of page) {
      const judgement = await judgeDelivery(delivery)
      if ('ignored' in judgement) yield { delivery, reason: judgement.ignored, effect: null }
      else if (judgement.about === 'session') yield { delivery, reason: await sessionReason(judgement), effect: null }
      else yield { delivery, reason: null, effect: await look(judgement) }
    }
  }
}

/** A success of an incident that is open still is proved anew; else what is told of a session is kept already. */
async function sessionReason({ tokenHash, told }: Extract<Said, { about: 'session' }>): Promise<string> {
  const session = await db().linkSession.findUnique({
    where: { tokenHash },
    select: { incident: { select: { closedAt: true } } },
  })
  if (!session) return 'unknown_session'
  return told.end?.type === 'succeeded' && session.incident.closedAt === null ? 'would_ask_plaid' : 'link_session'
}

async function* pagesOf(wish: ReplayWish): AsyncGenerator<WebhookDeliveryModel[]> {
  const within: Prisma.WebhookDeliveryWhereInput =
    'deliveryId' in wish ? { id: wish.deliveryId } : { receivedAt: { gte: wish.since, lt: wish.until } }
  let last: WebhookDeliveryModel | undefined
  do {
    const page = await db().webhookDelivery.findMany({
      where: { AND: [within, last ? after(last) : {}] },
      orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
      take: pageSize,
    })
    if (page.length > 0) yield page
    last = page.length === pageSize ? page.at(-1) : undefined
  } while (last)
}

function after({ receivedAt, id }: WebhookDeliveryModel): Prisma.WebhookDeliveryWhereInput {
  // The first condition says where in the index to begin; the second alone would walk all pages before once more.
  const behind = [{ receivedAt: { gt: receivedAt } }, { receivedAt, id: { gt: id } }]
  return { receivedAt: { gte: receivedAt }, OR: behind }
}
