import { z } from 'zod'
import { withClient } from '../scripts/stack/migrate.ts'
import { answered, figuresOf, showFigures } from './figures.ts'
import { type LoadReport, startLoader } from './loader.ts'
import type { Place } from './place.ts'
import { signWebhooks } from './webhooks.ts'

const connections = 20
const itemCount = 500
// V8 compiles what runs often, in steps: after some nine thousand webhooks their way is as fast as it gets.
const warmUps = 3
const Counts = z.tuple([z.object({ deliveries: z.number(), jobs: z.number() })])

type IngestOptions = { requests: number; rounds: number }
type Round = { webhook: LoadReport; live: LoadReport }

/**
 * How fast signed webhooks for known Items are verified, recorded and queued, against a route of the same server that
 * does nothing. Both take turns, so that a slow moment of the machine meets both.
 */
export async function ingest(place: Place, { requests, rounds }: IngestOptions): Promise<void> {
  const itemIds = await place.linkItems(itemCount)
  const databaseUrl = await place.freshDatabase('ingest')
  // Without a worker: its work would share the cores with what is measured.
  await place.startServer(databaseUrl, 'web')
  const round = roundAt(place, itemIds)
  await refuseForgery(place)
  const all: Round[] = []
  for (let number = 1 - warmUps; number <= rounds; number++) {
    const { webhook, live } = await round(requests, number % 2 === 0)
    all.push({ webhook, live })
    const name = number > 0 ? `round ${number}` : 'warming up'
    console.log(`  ${name}: webhook ${showFigures(figuresOf([webhook]))}, live ${showFigures(figuresOf([live]))}`)
  }
  await checkAllKept(
    databaseUrl,
    all.map(({ webhook }) => webhook),
  )
  console.log(lastLine(all.slice(warmUps)))
}

function roundAt(place: Place, itemIds: string[]) {
  const load = startLoader()
  const live = `${place.appUrl}/api/health/live`
  const common = { connections, openWith: live }
  return async (requests: number, isLiveFirst: boolean): Promise<Round> => {
    const signed = await signWebhooks(place, itemIds, requests)
    const loadLive = () => load({ ...common, url: live, requests: signed.map(() => ({})) })
    const loadWebhooks = () => load({ ...common, url: `${place.appUrl}/api/plaid/webhook`, requests: signed })
    if (isLiveFirst) return { live: await loadLive(), webhook: await loadWebhooks() }
    return { webhook: await loadWebhooks(), live: await loadLive() }
  }
}

/** What answers 200 to everything would be fast too. */
async function refuseForgery({ sandbox, appUrl }: Place): Promise<void> {
  const { status } = await sandbox.forge({ url: `${appUrl}/api/plaid/webhook`, flaw: 'signature' })
  if (status !== 401) throw new Error(`A forged webhook was answered ${status}: nothing was verified.`)
}

/** Every 200 stands for one stored delivery with its job; nothing else was answered. */
async function checkAllKept(databaseUrl: string, reports: LoadReport[]): Promise<void> {
  const sent = reports.reduce((sum, { latenciesMs }) => sum + latenciesMs.length, 0)
  const accepted = answered(reports, 200)
  const [{ deliveries, jobs }] = await withClient(databaseUrl, async (client) => {
    const sql = `SELECT (SELECT count(*) FROM webhook_deliveries WHERE outcome = 'pending')::int AS deliveries,
                        (SELECT count(*) FROM pgboss.job WHERE name = 'apply-webhook')::int AS jobs`
    return Counts.parse((await client.query(sql)).rows)
  })
  console.log(`  ${sent} webhooks sent, ${accepted} answered 200, ${deliveries} stored, ${jobs} queued`)
  if (new Set([sent, accepted, deliveries, jobs]).size !== 1) throw new Error('These four should be the same.')
}

function lastLine(rounds: Round[]): string {
  const webhook = figuresOf(rounds.map((round) => round.webhook))
  const live = figuresOf(rounds.map((round) => round.live))
  const ratios = [webhook.perSecond / live.perSecond, webhook.p99Ms / live.p99Ms].map((ratio) => ratio.toFixed(2))
  const [throughput, p99] = ratios
  return `ingest: webhook ${showFigures(webhook)}, live ${showFigures(live)}, throughput ratio ${throughput}, p99 ratio ${p99}`
}
