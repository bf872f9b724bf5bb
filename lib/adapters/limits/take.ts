import { Pool } from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'

/** What may be done how often; `points` in `seconds`. */
const limits = {
  'sign-in-address': { points: 5, seconds: 15 * 60 },
  'sign-in-network': { points: 60, seconds: 15 * 60 },
  'reconnect-link': { points: 40, seconds: 60 * 60 },
  'connect-bank': { points: 40, seconds: 60 * 60 },
  // Plaid allows 15 /item/get a minute an Item, 5,000 a minute a client (plaid.com/docs/errors/rate-limit-exceeded).
  // Our windows start with their first use; of windows of a minute two can touch any one minute, of 5 s thirteen.
  'item-get-item': { points: 7, seconds: 60 },
  'item-get-client': { points: 384, seconds: 5 },
  'accounts-get-item': { points: 7, seconds: 60 },
}

export type LimitName = keyof typeof limits

type Limiters = Record<LimitName, RateLimiterPostgres>
const kept: typeof globalThis & { relinkLimiters?: Limiters } = globalThis

/**
 * Counts one use of `name` by `who`, over all processes.
 * @returns false when it is too many; the use then must not happen
 */
export async function take(name: LimitName, who: string): Promise<boolean> {
  kept.relinkLimiters ??= makeLimiters()
  try {
    await kept.relinkLimiters[name].consume(who)
    return true
  } catch (refusal) {
    // A refusal is no Error. Its class says nothing: pages and worker have a copy of the library each, and share these.
    if (refusal instanceof Error) throw refusal
    return false
  }
}

function makeLimiters(): Limiters {
  // A script that is done need not wait until idle connections have timed out.
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: 4, allowExitOnIdle: true })
  // Without a listener an idle connection that PostgreSQL ends would end this process too.
  pool.on('error', (error) => log.warn({ err: error }, 'limits: a database connection was lost'))
  const make = (name: LimitName) =>
    new RateLimiterPostgres({
      storeClient: pool,
      // The library would guess it from the class name, which a bundler changes.
      storeType: 'pool',
      tableName: 'rate_limits',
      // Our migrations make the table.
      tableCreated: true,
      keyPrefix: name,
      points: limits[name].points,
      duration: limits[name].seconds,
    })
  return {
    'sign-in-address': make('sign-in-address'),
    'sign-in-network': make('sign-in-network'),
    'reconnect-link': make('reconnect-link'),
    'connect-bank': make('connect-bank'),
    'item-get-item': make('item-get-item'),
    'item-get-client': make('item-get-client'),
    'accounts-get-item': make('accounts-get-item'),
  }
}
