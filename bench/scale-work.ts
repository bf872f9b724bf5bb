import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import type { Place } from './place.ts'
import { openPage } from './scale-pages.ts'
import { signWebhooks } from './webhooks.ts'

const pollMs = 500
const patienceMs = 5 * 60_000

const Left = z.tuple([z.object({ left: z.number() })])
const Session = z.object({ linkSessionId: z.string() })

/** Webhooks, mails and the sweep: whatever the worker does, about Items that Plaid knows. Every second one is broken. */
export async function work(place: Place, client: pg.Client, itemIds: string[]): Promise<void> {
  const brokenIds = itemIds.filter((_, index) => index % 2 === 0)
  for (const itemId of brokenIds) await place.sandbox.breakItem(itemId, { silent: true })
  for (const { body, signature } of await signWebhooks(place, brokenIds, brokenIds.length)) {
    await post(`${place.appUrl}/api/plaid/webhook`, body, { 'plaid-verification': signature })
  }
  await untilMailed(place, brokenIds.length)
  await client.query('UPDATE items SET next_check_at = now() WHERE plaid_item_id = ANY($1)', [itemIds])
  await untilSwept(client)
}

/** What a person does behind the link in their mail: Link refuses once, then the bank is well and it is proved. */
export async function reconnect({ appUrl, sandbox }: Place): Promise<void> {
  const mails = await sandbox.mails()
  const token = mails.flatMap(({ text }) => /\/reconnect\/([\w-]{43})/.exec(text)?.[1] ?? [])[0]
  if (!token) throw new Error('No mail with a reconnect link came.')
  const act = (route: string, body: object) =>
    post(`${appUrl}/api/reconnect/${token}/${route}`, JSON.stringify(body), { origin: appUrl })
  await openPage(`${appUrl}/reconnect/${token}`, '')
  const { linkSessionId } = Session.parse(await act('link-token', {}))
  const refusal = { errorType: 'ITEM_ERROR', errorCode: 'INVALID_CREDENTIALS', status: null, requestId: null }
  await act('link-end', { linkSessionId, plaidSessionId: null, end: { type: 'exit', ...refusal }, events: [] })
  const broken = (await sandbox.state()).items.filter(({ state }) => state === 'broken')
  for (const { itemId } of broken) await sandbox.repair(itemId, { silent: true })
  await act('confirm', { linkSessionId })
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} was answered ${answer.status}: ${text}`)
  return text === '' ? null : JSON.parse(text)
}

function untilMailed({ sandbox }: Place, count: number): Promise<void> {
  return until(async () => (await sandbox.mails()).length >= count)
}

/** The sweep comes once a minute; each check that it leaves says when to check next. */
function untilSwept(client: pg.Client): Promise<void> {
  const sql = `SELECT count(*)::int AS left FROM items WHERE next_check_at < now() + interval '2 hours'`
  return until(async () => Left.parse((await client.query(sql)).rows)[0].left === 0)
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(pollMs)) if (await isDone()) return
  throw new Error('The worker does not come to its end; see .data/logs/bench.')
}
