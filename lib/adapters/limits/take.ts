import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'

/** What may be done how often; `points` in `seconds`. */
const limits = {
  'sign-in-address': { points: 5, seconds: 15 * 60 },
  'sign-in-network': { points: 60, seconds: 15 * 60 },
  'reconnect-link': { points: 120, seconds: 60 * 60 },
  // Asked by every open tab, every four seconds at first (app/reconnect).
  'link-state': { points: 2_000, seconds: 60 * 60 },
  'fresh-link': { points: 5, seconds: 24 * 60 * 60 },
  'connect-bank': { points: 40, seconds: 60 * 60 },
  // Apart from the beginning of Link, so that whoever got there can finish.
  'keep-bank': { points: 40, seconds: 60 * 60 },
  preferences: { points: 60, seconds: 60 * 60 },
  // Apart from the page's, so that saving often cannot keep anybody from leaving.
  unsubscribe: { points: 20, seconds: 60 * 60 },
  // Plaid allows 15 /item/get a minute an Item, 5,000 a minute a client (plaid.com/docs/errors/rate-limit-exceeded).
  // Ten seconds over the minute are for calls that travel slowly and for clocks that differ.
  'item-get-item': { points: 15, seconds: 70, isRolling: true },
  'accounts-get-item': { points: 15, seconds: 70, isRolling: true },
  // Windows start with their first use; of windows of 5 s thirteen can touch any one minute.
  'item-get-client': { points: 384, seconds: 5 },
} satisfies Record<string, Limit>

/** `isRolling`: no stretch of `seconds` has more than `points` uses, wherever it begins; for few points only. */
type Limit = { points: number; seconds: number; isRolling?: true }

export type LimitName = keyof typeof limits

const Refusal = z.object({ msBeforeNext: z.number().nonnegative() })

type Limiters = Record<LimitName, RateLimiterPostgres>
const kept: typeof globalThis & { relinkLimiters?: Limiters } = globalThis

/**
 * Counts one use of `name` by `who`, over all processes.
 * @returns false when it is too many; the use then must not happen
 */
export async function take(name: LimitName, who: string): Promise<boolean> {
  const { points, isRolling }: Limit = limits[name]
  if (!isRolling) return (await consume(name, who)) === 0
  // Each use keeps one of as many slots for the whole time: what was used longest ago is free first.
  for (let slot = 0; slot < points; slot++) {
    if ((await consume(name, `${who}/${slot}`)) === 0) return true
  }
  return false
}

/**
 * As `take`, for limits that are soon free again: what is too many waits for the next window.
 * @param patienceMs how long at most
 * @returns false when it would have to wait longer; the use then must not happen
 */
export async function takeInTurn(name: LimitName, who: string, patienceMs: number): Promise<boolean> {
  const waitMs = await consume(name, who)
  if (waitMs === 0) return true
  if (waitMs > patienceMs) return false
  await sleep(waitMs)
  return takeInTurn(name, who, patienceMs - waitMs)
}

/** @returns 0 when it was counted, else the milliseconds until the next can be */
async function consume(name: LimitName, key: string): Promise<number> {
  kept.relinkLimiters ??= makeLimiters()
  try {
    await kept.relinkLimiters[name].consume(key)
    return 0
  } catch (refusal) {
    // A refusal is no Error. Its class says nothing: pages and worker have a copy of the library each, and share these.
    if (refusal instanceof Error) throw refusal
    const { msBeforeNext } = Refusal.parse(refusal)
    // A window's last millisecond must be over, not begun.
    return msBeforeNext + 1
  }
}

function makeLimiters(): Limiters {
  // A script that is done need not wait until idle connections have timed out.
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: 4, allowExitOnIdle: true })
  // Without a listener an idle connection that PostgreSQL ends would end this process too.
  pool.on('error', (error) => log.warn({ err: error }, 'limits: a database connection was lost'))
  const make = (name: LimitName) => {
    const { points, seconds, isRolling }: Limit = limits[name]
    return new RateLimiterPostgres({
      storeClient: pool,
      // The library would guess it from the class name, which a bundler changes.
      storeType: 'pool',
      tableName: 'rate_limits',
      // Our migrations make the table.
      tableCreated: true,
      keyPrefix: name,
      points: isRolling ? 1 : points,
      duration: seconds,
    })
  }
  return {
    'sign-in-address': make('sign-in-address'),
    'sign-in-network': make('sign-in-network'),
    'reconnect-link': make('reconnect-link'),
    'link-state': make('link-state'),
    'fresh-link': make('fresh-link'),
    'connect-bank': make('connect-bank'),
    'keep-bank': make('keep-bank'),
    preferences: make('preferences'),
    unsubscribe: make('unsubscribe'),
    'item-get-item': make('item-get-item'),
    'item-get-client': make('item-get-client'),
    'accounts-get-item': make('accounts-get-item'),
  }
}
