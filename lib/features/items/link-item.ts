import { inTransaction } from '#lib/adapters/db/client.ts'
import { exchangePublicToken } from '#lib/adapters/plaid/exchange-public-token.ts'
import type { ItemAccess } from '#lib/adapters/plaid/get-item.ts'
import { enqueue } from '#lib/adapters/queue/queue.ts'
import { minuteMs } from '#lib/domain/durations.ts'
import { log } from '#lib/log.ts'
import { describeItem, unnamedBank } from './describe-item.ts'

/**
 * Keeps a newly linked Item: exchanges the public token and stores the access token, sealed, before anything else is
 * asked. A public token works once: whoever loses the access token leaves an Item at Plaid that nobody can remove.
 * Bank and accounts follow at once, or with the job when Plaid or the bank is away.
 * @returns our id of the Item
 * @throws PlaidFault when Plaid refuses the public token or does not answer
 */
export async function linkItem(input: { userId: string; publicToken: string }, now: Date): Promise<string> {
  const access = await exchangePublicToken(input.publicToken)
  const itemId = await keepItem(access, input.userId, now)
  try {
    await describeItem(itemId, now)
  } catch (error) {
    log.warn({ itemId, err: error }, 'items: linked and not yet described; its job tries again')
  }
  return itemId
}

function keepItem(access: ItemAccess, userId: string, now: Date): Promise<string> {
  const soon = new Date(now.getTime() + minuteMs)
  return inTransaction(async (tx) => {
    const { id } = await tx.item.create({
      data: { ...access, userId, institutionName: unnamedBank, stateSince: now, createdAt: now, nextCheckAt: soon },
      select: { id: true },
    })
    await enqueue(tx, 'describe-item', { itemId: id }, soon)
    return id
  })
}
