import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Obstacle } from '../stack/steps.ts'

export type ReplayOptions = { wish: { deliveryId: string } | { since: Date; until: Date }; isDryRun: boolean }

const usage = `npm run replay -- --since 2026-11-20T00:00:00Z [--until …] [--dry-run]
npm run replay -- --delivery <id> [--dry-run]`

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const byName = { since: { type: 'string' }, until: { type: 'string' }, delivery: { type: 'string' } } as const

/** What stands behind `npm run replay --`. Without an end the span ends now, so that what comes meanwhile is left alone. */
export function readReplayOptions(args: string[], now: Date): ReplayOptions {
  const { since, until, delivery, 'dry-run': isDryRun = false } = parse(args)
  if (delivery && (since || until)) throw new Obstacle(`Either one delivery or a span of time, please:\n${usage}`)
  if (delivery) return { wish: { deliveryId: delivery }, isDryRun }
  if (!since) throw new Obstacle(`Since when?\n${usage}`)
  const wish = { since: readInstant('--since', since), until: until ? readInstant('--until', until) : now }
  if (wish.since >= wish.until) throw new Obstacle('--since must be before --until, and in the past.')
  return { wish, isDryRun }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { ...byName, 'dry-run': { type: 'boolean' } } }).values
  } catch (cause) {
    throw new Obstacle(usage, { cause })
  }
}

function readInstant(option: string, text: string): Date {
  const read = instant.safeParse(text)
  if (!read.success) throw new Obstacle(`${option} needs an instant with its zone, such as 2026-11-20T00:00:00Z.`)
  return read.data
}
