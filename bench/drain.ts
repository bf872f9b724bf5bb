import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { withClient } from '../scripts/stack/migrate.ts'
import { inTurns } from '../scripts/testing/in-turns.ts'
import { acceptWebhooks } from './accept.ts'
import { startLoader } from './loader.ts'
import type { Place } from './place.ts'

const connections = 20
const brokenOneIn = 10
const pollMs = 250
const saidEveryMs = 10_000
const patienceMs = 20 * 60 * 1000

const Progress = z.tuple([z.object({ deliveries: z.number(), notices: z.number(), oldestMs: z.number() })])
const Outcome = z.tuple([
  z.object({ applied: z.number(), seconds: z.number(), oldestSeconds: z.number(), incidents: z.number() }),
])

type Pass = { place: Place; load: ReturnType<typeof startLoader>; itemIds: string[]; brokenIds: string[] }

/**
 * How fast accepted webhooks are worked off: each is about an Item of its own, so that each costs a question to Plaid;
 * one Item in ten is really broken and its person gets a mail, which costs another question.
 */
export async function drain(place: Place, { deliveries }: { deliveries: number }): Promise<void> {
  const itemIds = await place.linkItems(deliveries)
  const brokenIds = itemIds.filter((_, index) => index % brokenOneIn === 0)
  await inTurns(brokenIds, connections, (itemId) => place.sandbox.breakItem(itemId, { silent: true }))
  const pass = { place, load: startLoader(), itemIds, brokenIds }
  await place.sandbox.limitCalls({})
  const unlimited = await workOff(pass, 'drain_unlimited', liftOwnLimits)
  console.log(`drain, Plaid's limits off: ${unlimited.line}`)
  await place.sandbox.limitCalls({ like: 'production' })
  const limited = await workOff(pass, 'drain_limited')
  console.log(`drain, Plaid's limits on:  ${limited.line}`)
  if (limited.refused > 0) throw new Error(`Plaid's limits were exceeded: ${limited.refused} calls were refused.`)
}

async function workOff(pass: Pass, database: string, prepare?: (databaseUrl: string) => Promise<void>) {
  const databaseUrl = await pass.place.freshDatabase(database)
  await prepare?.(databaseUrl)
  await acceptWebhooks(pass, databaseUrl)
  const worker = await pass.place.startServer(databaseUrl, 'worker')
  const outcome = await withClient(databaseUrl, async (client) => {
    await untilDone(client)
    return readOutcome(client)
  })
  await worker.stop()
  const { applied, seconds, oldestSeconds, incidents } = outcome
  if (applied !== pass.itemIds.length || incidents !== pass.brokenIds.length) {
    throw new Error(`${applied} deliveries were applied and ${incidents} incidents opened; see .data/logs/bench.`)
  }
  const { paths } = await pass.place.sandbox.calls()
  const { calls = 0, refused = 0, mostPerMinute = 0, mostPerItemPerMinute = 0 } = paths['/item/get'] ?? {}
  const speed = `${applied} deliveries in ${seconds.toFixed(1)} s, ${(applied / seconds).toFixed(0)}/s`
  const asked = `/item/get ${calls} times, at most ${mostPerMinute} a minute, ${mostPerItemPerMinute} for one Item`
  return { line: `${speed}, oldest ${oldestSeconds.toFixed(1)} s; ${asked}, ${refused} refused`, refused }
}

/** Relink keeps Plaid's limits whether Plaid does or not, so here its counters never fill; it still writes them. */
async function liftOwnLimits(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, (client) =>
    client.query(`
      CREATE FUNCTION never_fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.points := 0; RETURN NEW; END';
      CREATE TRIGGER never_fill BEFORE INSERT OR UPDATE ON rate_limits FOR EACH ROW EXECUTE FUNCTION never_fill()`),
  )
}

/** Until every delivery and every mail has come to its end. */
async function untilDone(client: pg.Client): Promise<void> {
  const startedAt = Date.now()
  let saidAt = startedAt
  for (;;) {
    const { deliveries, notices, oldestMs } = await readProgress(client)
    if (deliveries === 0 && notices === 0) return
    const now = Date.now()
    if (now - startedAt > patienceMs) throw new Error(`${deliveries} deliveries still wait; see .data/logs/bench.`)
    if (now - saidAt > saidEveryMs) {
      saidAt = now
      console.log(`  ${deliveries} deliveries and ${notices} mails wait, the oldest ${(oldestMs / 1000).toFixed(0)} s`)
    }
    await sleep(pollMs)
  }
}

async function readProgress(client: pg.Client) {
  const sql = `SELECT count(*)::int AS deliveries,
                      coalesce(extract(epoch FROM now() - min(received_at)) * 1000, 0)::float AS "oldestMs",
                      ((SELECT count(*) FROM messages WHERE state = 'pending')
                        + (SELECT count(*) FROM notices WHERE state = 'pending' AND due_at <= now()))::int AS notices
               FROM webhook_deliveries WHERE outcome = 'pending'`
  return Progress.parse((await client.query(sql)).rows)[0]
}

async function readOutcome(client: pg.Client) {
  const sql = `SELECT count(*) FILTER (WHERE outcome = 'applied')::int AS applied,
                      extract(epoch FROM max(settled_at) - min(settled_at))::float AS seconds,
                      extract(epoch FROM max(settled_at - received_at))::float AS "oldestSeconds",
                      (SELECT count(*) FROM incidents)::int AS incidents
               FROM webhook_deliveries`
  return Outcome.parse((await client.query(sql)).rows)[0]
}
