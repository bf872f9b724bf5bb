// Relink's parts, run inside a feature test file against the file's own database and sandbox.
import { setTimeout as sleep } from 'node:timers/promises'
import { closeDb, db } from '#lib/adapters/db/client.ts'
import { stopQueue } from '#lib/adapters/queue/queue.ts'
import { workOff } from '#lib/adapters/queue/work.ts'
import { linkItem } from '#lib/features/items/link-item.ts'
import { answerWebhook } from '#lib/features/webhooks/answer-webhook.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { sandboxClient } from './sandbox-client.ts'

const usualWaitMs = 15_000

/** The worker, as a server process runs it. */
export async function startWorker(): Promise<void> {
  await workOff(handlers, () => new Date())
}

/** Ends what this test file started. */
export async function stopRelink(): Promise<void> {
  await stopQueue(2_000)
  await closeDb()
}

export type LinkedItem = { itemId: string; plaidItemId: string; userId: string; email: string }

let people = 0

/** One more healthy Item of a person, or of a new person, linked at the sandbox. */
export async function linkedItem(
  wish: { plaidItemId?: string; institutionId?: string; webhook?: string; userId?: string } = {},
): Promise<LinkedItem> {
  const { id: userId, email } = await personOf(wish.userId)
  const { publicToken, itemId: plaidItemId } = await sandboxClient().createItem({
    itemId: wish.plaidItemId,
    institutionId: wish.institutionId ?? 'ins_109508',
    clientUserId: userId,
    ...(wish.webhook && { webhook: wish.webhook }),
  })
  return { itemId: await linkItem({ userId, publicToken }, new Date()), plaidItemId, userId, email }
}

function personOf(userId: string | undefined) {
  if (userId) return db().user.findUniqueOrThrow({ where: { id: userId } })
  people += 1
  const email = `person-${people}-${Date.now()}@example.org`
  return db().user.create({ data: { email, name: `Person ${people}` } })
}

/** Posts a body as Plaid does, signed by the sandbox, and says how it was answered. */
export async function deliver(body: string, signature?: string | null): Promise<number> {
  const signed = signature === undefined ? await sandboxClient().sign(body) : signature
  return answerWebhook({ signature: signed, body: new Response(body).body }, new Date())
}

/** The body of an `ITEM: ERROR` webhook, indented as Plaid's. */
export function itemErrorBody(plaidItemId: string): string {
  const error = {
    display_message: 'The provided credentials were not correct. Please try again.',
    error_code: 'ITEM_LOGIN_REQUIRED',
    error_message: 'the provided credentials were not correct',
    error_type: 'ITEM_ERROR',
    status: 400,
  }
  return JSON.stringify({ webhook_type: 'ITEM', webhook_code: 'ERROR', item_id: plaidItemId, error }, null, 2)
}

/** Waits until every recorded delivery, every message and every notice that is due has come to its end. */
export async function settled(waitMs = usualWaitMs): Promise<void> {
  const until = Date.now() + waitMs
  for (;;) {
    // One statement sees one instant: a delivery settles only after its notice is there.
    const [waiting] = await db().$queryRaw<{ count: number }[]>`
      SELECT ((SELECT count(*) FROM webhook_deliveries WHERE outcome = 'pending')
            + (SELECT count(*) FROM messages WHERE state = 'pending')
            + (SELECT count(*) FROM notices
               WHERE state = 'pending' AND due_at <= now() AND waits_for IS NULL))::int AS count`
    if (waiting?.count === 0) return
    if (Date.now() > until)
      throw new Error(`${waiting?.count} deliveries, messages and notices still wait after ${waitMs} ms`)
    await sleep(20)
  }
}

/** The reconnect link in the newest mail to an address. */
export async function mailedToken(email: string): Promise<string> {
  const [mail] = await sandboxClient().mails(email)
  const token = mail?.text.match(/\/reconnect\/([\w-]{43})/)?.[1]
  if (!token) throw new Error(`no mail with a reconnect link to ${email}`)
  return token
}
