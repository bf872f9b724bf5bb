import { parseArgs } from 'node:util'
import { z } from 'zod'
import { CommandFailed } from '../scripts/stack/child.ts'
import { crash } from './crash.ts'
import { drain } from './drain.ts'
import { ingest } from './ingest.ts'
import { month } from './month.ts'
import { page } from './page.ts'
import { pipeline } from './pipeline.ts'
import { closePlace, openPlace, type Place } from './place.ts'
import { scale } from './scale.ts'

// `npm run bench -- ingest`, for example; smaller with `--requests 200 --rounds 2`, `--deliveries 500`, `--people 100`,
// `--runs 1`, `--items 100000`.
const benches: Record<string, ((place: Place, options: Options) => Promise<void>) | undefined> = {
  ingest: (place, options) => ingest(place, { requests: options.requests, rounds: options.rounds }),
  drain: (place, options) => drain(place, { deliveries: options.deliveries }),
  pipeline: (place, options) => pipeline(place, { mails: options.mails }),
  crash: (place, options) => crash(place, { sends: options.sends, kills: options.kills }),
  page: (place, options) => page(place, { runs: options.runs }),
  scale: (place, options) => scale(place, { items: options.items }),
}

const number = z.coerce.number({ error: 'takes a number' }).int().positive()
const Numbers = z.object({
  requests: number,
  rounds: number,
  deliveries: number,
  mails: number,
  sends: number,
  kills: number,
  people: number,
  seed: number,
  runs: number,
  items: number,
})

type Options = ReturnType<typeof readOptions>

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(130))
process.once('disconnect', () => void end(130))

try {
  const options = readOptions()
  if (options.name === 'month') await month(options)
  else await benches[options.name]?.(await openPlace(), options)
  await end(0)
} catch (error) {
  if (error instanceof CommandFailed) console.error(error.output)
  console.error(error instanceof CommandFailed ? error.message : error)
  await end(1)
}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      requests: { type: 'string', default: '3000' },
      rounds: { type: 'string', default: '5' },
      deliveries: { type: 'string', default: '10000' },
      mails: { type: 'string', default: '100' },
      sends: { type: 'string', default: '200' },
      kills: { type: 'string', default: '30' },
      people: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '20270301' },
      runs: { type: 'string', default: '3' },
      items: { type: 'string', default: '1000000' },
    },
  })
  const names = [...Object.keys(benches), 'month']
  const name = positionals[0] ?? ''
  if (!names.includes(name)) throw new Error(`Say which bench to run: ${names.join(', ')}.`)
  return { name, ...Numbers.parse(values) }
}

async function end(code: number): Promise<void> {
  await closePlace()
  process.exit(code)
}
