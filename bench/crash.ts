import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { withClient } from '../scripts/stack/migrate.ts'
import { inTurns } from '../scripts/testing/in-turns.ts'
import { acceptWebhooks } from './accept.ts'
import { startLoader } from './loader.ts'
import type { Place } from './place.ts'

const atOnce = 20
// A life between two kills, from the moment at which the worker is ready.
const shortestLifeMs = 100
const longestLifeMs = 3_000
// How late the provider answers, after it has taken the mail: in this gap a kill is worst.
const longestAnswerMs = 1_000
const pollMs = 250
const patienceMs = 10 * 60 * 1000

const Attempts = z.array(z.object({ id: z.string(), state: z.string(), isTried: z.boolean() }))
const Left = z.tuple([z.object({ left: z.number() })])

/** What a kill met: sends that had begun, mails in the mailbox that nobody had recorded as sent, and all recorded ones. */
type Hit = { underWay: number; inTheGap: number; sent: number }

/** Kills the worker with SIGKILL at random moments while it sends: every mail must arrive, and none twice. */
export async function crash(place: Place, { sends, kills }: { sends: number; kills: number }): Promise<void> {
  const itemIds = await place.linkItems(sends)
  await inTurns(itemIds, atOnce, (itemId) => place.sandbox.breakItem(itemId, { silent: true }))
  const databaseUrl = await place.freshDatabase('crash')
  await acceptWebhooks({ place, load: startLoader(), itemIds }, databaseUrl)
  for (let mail = 0; mail < sends * 3; mail++) {
    await place.sandbox.disturbNextMail({ waitMs: Math.round(Math.random() * longestAnswerMs) })
  }
  const startedAt = performance.now()
  await withClient(databaseUrl, async (client) => {
    const hits = await killAgainAndAgain(place, client, { databaseUrl, kills })
    await untilSent(client)
    await report(place, client, { sends, hits, seconds: (performance.now() - startedAt) / 1000 })
  })
}

async function killAgainAndAgain(
  place: Place,
  client: pg.Client,
  { databaseUrl, kills }: { databaseUrl: string; kills: number },
): Promise<Hit[]> {
  const worker = await place.startServer(databaseUrl, 'worker')
  const hits: Hit[] = []
  while (hits.length < kills) {
    await sleep(shortestLifeMs + Math.random() * (longestLifeMs - shortestLifeMs))
    await worker.kill('SIGKILL')
    hits.push(await lookAtHit(place, client))
    await worker.restart()
  }
  return hits
}

async function lookAtHit({ sandbox }: Place, client: pg.Client): Promise<Hit> {
  const attempts = await readAttempts(client)
  const underWay = attempts.filter(({ state, isTried }) => state === 'pending' && isTried)
  const arrived = new Set((await sandbox.mails()).map(({ idempotencyKey }) => idempotencyKey))
  const inTheGap = underWay.filter(({ id }) => arrived.has(id))
  return { underWay: underWay.length, inTheGap: inTheGap.length, sent: attempts.filter(isSent).length }
}

async function untilSent(client: pg.Client): Promise<void> {
  const until = Date.now() + patienceMs
  const sql = `SELECT ((SELECT count(*) FROM webhook_deliveries WHERE outcome = 'pending')
                     + (SELECT count(*) FROM messages WHERE state = 'pending')
                     + (SELECT count(*) FROM notices WHERE state = 'pending' AND due_at <= now()))::int AS left`
  for (;;) {
    const [{ left }] = Left.parse((await client.query(sql)).rows)
    if (left === 0) return
    if (Date.now() > until) throw new Error(`${left} still wait; see .data/logs/bench.`)
    await sleep(pollMs)
  }
}

async function readAttempts(client: pg.Client) {
  const sql = 'SELECT id, state::text, tried_at IS NOT NULL AS "isTried" FROM attempts'
  return Attempts.parse((await client.query(sql)).rows)
}

type Outcome = { sends: number; hits: Hit[]; seconds: number }

async function report(place: Place, client: pg.Client, { sends, hits, seconds }: Outcome): Promise<void> {
  const mails = await place.sandbox.mails()
  const people = new Set(mails.flatMap(({ to }) => to)).size
  const attempts = await readAttempts(client)
  const recorded = attempts.filter(isSent).length
  const kills = hits.length
  const [underWay, inTheGap] = [hits.filter((hit) => hit.underWay > 0), hits.filter((hit) => hit.inTheGap > 0)]
  const interrupted = hits.reduce((sum, hit) => sum + hit.inTheGap, 0)
  const told = [
    `${kills} kills, ${underWay.length} of them during a send`,
    `${inTheGap.length} between a mail and its record (${interrupted} mails)`,
    `${hits.at(-1)?.sent ?? 0} of ${sends} sent by the last kill`,
    `${mails.length} mails to ${people} people, ${mails.length - people} twice`,
    `${recorded} of ${attempts.length} attempts recorded as sent`,
    `${seconds.toFixed(0)} s`,
  ]
  console.log(`crash: ${told.join('; ')}`)
  const counts = [mails.length, people, recorded, attempts.length]
  if (counts.some((count) => count !== sends)) throw new Error(`All of these should be ${sends}: ${counts.join(', ')}.`)
}

function isSent({ state }: { state: string }): boolean {
  return state === 'sent' || state === 'delivered'
}
