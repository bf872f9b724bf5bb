import { closeDb } from '#lib/adapters/db/client.ts'
import { pingDb } from '#lib/adapters/db/ping.ts'
import { stopQueue } from '#lib/adapters/queue/queue.ts'
import { askOnce, previewRefresh } from '#lib/features/items/preview-refresh.ts'
import { previewReplay, replayDeliveries } from '#lib/features/webhooks/replay-deliveries.ts'
import { Obstacle } from '../stack/steps.ts'
import type { ReplayOptions } from './options.ts'
import { previewLine, previewSummary, type Verdict } from './preview-line.ts'

const finishMs = 8_000

/** Replays, or prints a line for each delivery that says what replaying it would change. */
export async function replay({ wish, isDryRun }: ReplayOptions): Promise<void> {
  try {
    await requireDatabase()
    await (isDryRun ? preview(wish) : putBack(wish))
  } finally {
    await stopQueue(finishMs)
    await closeDb()
  }
}

async function preview(wish: ReplayOptions['wish']): Promise<void> {
  const verdicts: Verdict[] = []
  const ask = askOnce()
  const look = ({ itemId, occasion }: Parameters<Parameters<typeof previewReplay>[1]>[0]) =>
    previewRefresh(itemId, new Date(), occasion, ask)
  for await (const said of previewReplay(wish, look)) {
    const { verdict, line } = previewLine(said)
    verdicts.push(verdict)
    console.log(line)
  }
  console.log(previewSummary(verdicts))
}

async function putBack(wish: ReplayOptions['wish']): Promise<void> {
  const count = await replayDeliveries(wish)
  console.log(`${count} deliveries put back to work; the worker takes them now.`)
}

async function requireDatabase(): Promise<void> {
  try {
    await pingDb()
  } catch (cause) {
    throw new Obstacle('The database does not answer: is Relink running?', { cause })
  }
}
