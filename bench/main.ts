import { parseArgs } from 'node:util'
import { CommandFailed } from '../scripts/stack/child.ts'
import { drain } from './drain.ts'
import { ingest } from './ingest.ts'
import { closePlace, openPlace, type Place } from './place.ts'

// `npm run bench -- ingest` or `-- drain`; smaller with `--requests 200 --rounds 2`, `--deliveries 500`.
const benches: Record<string, ((place: Place, options: Options) => Promise<void>) | undefined> = {
  ingest: (place, options) => ingest(place, { requests: options.requests, rounds: options.rounds }),
  drain: (place, options) => drain(place, { deliveries: options.deliveries }),
}

type Options = ReturnType<typeof readOptions>

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(130))
process.once('disconnect', () => void end(130))

try {
  const options = readOptions()
  await options.bench(await openPlace(), options)
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
    },
  })
  const bench = benches[positionals[0] ?? '']
  if (!bench) throw new Error(`Say which bench to run: ${Object.keys(benches).join(' or ')}.`)
  const [requests, rounds, deliveries] = [values.requests, values.rounds, values.deliveries].map(Number)
  if (!requests || !rounds || !deliveries) throw new Error('--requests, --rounds and --deliveries take numbers.')
  return { bench, requests, rounds, deliveries }
}

async function end(code: number): Promise<void> {
  await closePlace()
  process.exit(code)
}
