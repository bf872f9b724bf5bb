import { closeDb } from '#lib/adapters/db/client.ts'
import { pingDb } from '#lib/adapters/db/ping.ts'
import { stopQueue } from '#lib/adapters/queue/queue.ts'
import { previewRefresh } from '#lib/features/items/preview-refresh.ts'
import { previewReplay, replayDeliveries } from '#lib/features/webhooks/replay-deliveries.ts'
import { Obstacle } from '../stack/steps.ts'
import type { ReplayOptions } from './options.ts'
import { previewLine } from './preview-line.ts'

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
  let all = 0
  let changing = 0
  const look = ({ itemId, occasion }: Parameters<Parameters<typeof previewReplay>[1]>[0]) =>
    previewRefresh(itemId, new Date(), occasion)
  for await (const said of previewReplay(wish, look)) {
    const { changes, line } = previewLine(said)
    all += 1
    if (changes) changing += 1
    console.log(line)
  }
  console.log(
    `${all} deliveries: ${changing} would change their Item, ${all - changing} would not. Nothing was stored.`,
  )
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
