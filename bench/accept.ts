import { answered } from './figures.ts'
import type { startLoader } from './loader.ts'
import type { Place } from './place.ts'
import { signWebhooks } from './webhooks.ts'

const connections = 20

export type Accepting = { place: Place; load: ReturnType<typeof startLoader>; itemIds: string[] }

/** Takes one webhook about each Item while no worker runs. */
export async function acceptWebhooks({ place, load, itemIds }: Accepting, databaseUrl: string): Promise<void> {
  const server = await place.startServer(databaseUrl, 'web')
  const requests = await signWebhooks(place, itemIds, itemIds.length)
  const openWith = `${place.appUrl}/api/health/live`
  const report = await load({ url: `${place.appUrl}/api/plaid/webhook`, connections, requests, openWith })
  await server.stop()
  const accepted = answered([report], 200)
  console.log(`  ${accepted} webhooks accepted in ${report.seconds.toFixed(1)} s`)
  if (accepted !== itemIds.length) throw new Error(`Only ${accepted} of ${itemIds.length} webhooks were accepted.`)
}
