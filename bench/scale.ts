import { withClient } from '../scripts/stack/migrate.ts'
import { step } from '../scripts/stack/steps.ts'
import type { Place } from './place.ts'
import { explainAll, type QueryFigures, readQueries } from './plans.ts'
import { openPages, signIn } from './scale-pages.ts'
import { fillAtScale } from './scale-rows.ts'
import { reconnect, work } from './scale-work.ts'

const database = 'scale'
// Whatever one page or one job needs, counts included, is less.
const manyRows = 20_000

/**
 * Relink with very many Items: what each of its statements costs while pages are opened, webhooks come in, mails go out
 * and a person reconnects. PostgreSQL itself says, so that no statement is copied here.
 */
export async function scale(place: Place, { items }: { items: number }): Promise<void> {
  const itemIds = await place.linkItems(60)
  const databaseUrl = await place.freshDatabase(database)
  const webhookUrl = `${place.appUrl}/api/plaid/webhook`
  const queries = await withClient(databaseUrl, async (client) => {
    const fill = () => fillAtScale(client, { items, webhookUrl })
    await step('rows', fill, () => `${items.toLocaleString('en-US')} Items and what belongs to them`)
    const admin = await signIn(client, 'scale-admin@example.org', 'ADMIN')
    await warmUp(place, databaseUrl, () => openPages(place, client, admin))
    await explainAll(client, database)
    const app = await place.startServer(databaseUrl, 'all')
    await step(
      'pages',
      () => openPages(place, client, admin),
      (count) => `${count} opened`,
    )
    await step(
      'work',
      () => work(place, client, itemIds),
      () => 'webhooks to mails, and a sweep',
    )
    await step(
      'reconnect',
      () => reconnect(place),
      () => 'from the mail to the proof',
    )
    await app.stop()
    return readQueries(client)
  })
  show(queries, items)
}

/** Nobody's first page after a start is of interest. */
async function warmUp(place: Place, databaseUrl: string, visit: () => Promise<unknown>): Promise<void> {
  const app = await place.startServer(databaseUrl, 'web')
  await visit()
  await app.stop()
}

function show(queries: QueryFigures[], items: number): void {
  for (const { text, ms, times, rows, wholeTables } of queries) {
    const whole = rows > manyRows && wholeTables.length > 0 ? ` [all of ${wholeTables.join(', ')}]` : ''
    const figures = `${ms.toFixed(1).padStart(8)} ms ${String(rows).padStart(7)} rows ${String(times).padStart(4)}x`
    console.log(`${figures}${whole} ${text.slice(0, 150)}`)
  }
  const slowest = (queries[0]?.ms ?? 0).toFixed(1)
  const wide = queries.filter(({ rows }) => rows > manyRows).length
  const many = `${wide} read more than ${manyRows.toLocaleString('en-US')} rows`
  console.log(
    `scale: ${items.toLocaleString('en-US')} Items, ${queries.length} statements took 1 ms or more, the slowest ${slowest} ms, ${many}`,
  )
}
