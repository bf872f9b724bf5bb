import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'
import { countMissedWebhooks, type MissedWebhook, readMissedWebhooks } from './read-missed-webhooks.ts'
import { countStrayedItems, readStrayedItems, type StrayedItem } from './read-strayed-items.ts'
import { countSweepFinds, readSweepFinds, type SweepFind } from './read-sweep-finds.ts'

/** The report's lists: where webhooks go, which were lost, what was found without being told. */
export const driftLists = ['strayed', 'missed', 'swept'] as const
export type DriftList = (typeof driftLists)[number]

export type Drift = {
  /** Where all Items should send their webhooks. */
  ourUrl: string
  counts: Record<DriftList, number>
  next: string | null
} & (
  | { list: 'strayed'; rows: StrayedItem[] }
  | { list: 'missed'; rows: MissedWebhook[] }
  | { list: 'swept'; rows: SweepFind[] }
)

/** How far Plaid's webhooks and what we know have drifted apart: the counts of all three lists, and a page of one. */
export async function readDrift(
  page: { list: DriftList; after?: string | null; limit?: number },
  now: Date,
): Promise<Drift> {
  const [strayed, missed, swept, shown] = await Promise.all([
    countStrayedItems(),
    countMissedWebhooks(now),
    countSweepFinds(now),
    readList(page, now),
  ])
  return { ourUrl: webhookUrl(), counts: { strayed, missed, swept }, ...shown }
}

async function readList(page: { list: DriftList; after?: string | null; limit?: number }, now: Date) {
  switch (page.list) {
    case 'strayed':
      return { list: page.list, ...(await readStrayedItems(page)) }
    case 'missed':
      return { list: page.list, ...(await readMissedWebhooks(page, now)) }
    case 'swept':
      return { list: page.list, ...(await readSweepFinds(page, now)) }
  }
}
