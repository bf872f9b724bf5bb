import { proveRepair } from '#lib/features/items/prove-repair.ts'
import { recordDelivery } from '#lib/features/webhooks/record-delivery.ts'
import { dayMs, hourMs, type LivingItem, minuteMs, type Trouble, type World } from './world.ts'

/** What Plaid says in a webhook, or a host product of an error that it met. */
type Said = { webhook_code: string; source?: 'plaid' | 'api'; [field: string]: unknown }

/** A webhook arrives about an Item. */
export function tell({ plaidItemId }: LivingItem, said: Said, at: number): Promise<void> {
  const { source = 'plaid', ...fields } = said
  const body = { webhook_type: 'ITEM', item_id: plaidItemId, ...fields, environment: 'sandbox' }
  return recordDelivery({ rawBody: new TextEncoder().encode(JSON.stringify(body, null, 2)), source }, new Date(at))
}

export function errorOf(errorCode: string, errorType = 'ITEM_ERROR') {
  return { error_type: errorType, error_code: errorCode, error_message: '', display_message: null, status: 400 }
}

/** How what happened at Plaid comes to us. Some never comes: then only the sweep finds it. */
const ways = [
  { share: 66, way: 'at_once' },
  { share: 10, way: 'twice' },
  { share: 10, way: 'late' },
  { share: 5, way: 'by_api' },
  { share: 9, way: 'never' },
] as const

/** Sends a webhook on one of the ways that webhooks take. */
async function hint(world: World, item: LivingItem, said: Said, at: number): Promise<void> {
  const { agenda, chance } = world
  const { way } = chance.deal(ways)
  const later = (delayMs: number) => agenda.add(at + delayMs, (then) => tell(item, said, then))
  if (way === 'never') return
  if (way === 'late') return later(chance.between(10 * minuteMs, 5 * hourMs))
  await tell(item, way === 'by_api' ? { ...said, source: 'api' } : said, at)
  if (way === 'twice') later(chance.between(0, 3 * hourMs))
}

/** An Item breaks in truth, and word of it goes out. */
export async function breakItem(
  world: World,
  item: LivingItem,
  { kind, code }: { kind: Trouble['kind']; code: string },
  at: number,
): Promise<void> {
  item.trouble = { kind, since: at, isHidden: false }
  if (code === 'USER_PERMISSION_REVOKED') {
    await world.sandbox.revoke(item.plaidItemId, { silent: true })
    return hint(world, item, { webhook_code: code, error: errorOf(code) }, at)
  }
  await world.sandbox.breakItem(item.plaidItemId, { errorCode: code, silent: true })
  await hint(world, item, { webhook_code: 'ERROR', error: errorOf(code) }, at)
}

/** Plaid announces that access ends. What a bank's consent says stands in `/item/get`, too. */
export async function announceEnd(world: World, item: LivingItem, endsAt: number, at: number): Promise<void> {
  const days = (endsAt - Date.now()) / dayMs // the sandbox counts from its own clock
  // Banks with OAuth end consents, and some of them cut Items off as well, when they move to another system.
  const isHidden = !item.isOAuth || world.chance.happens(0.25)
  const code = isHidden ? 'PENDING_DISCONNECT' : 'PENDING_EXPIRATION'
  item.trouble = { kind: 'ends_soon', since: at, isHidden }
  await world.sandbox.announceDisconnect(item.plaidItemId, { days, code, silent: true })
  const end = new Date(endsAt).toISOString()
  const ends = isHidden ? { disconnect_time: end } : { consent_expiration_time: end }
  // Of a disconnect nobody learns but by the webhook, so that one comes.
  if (!isHidden) return hint(world, item, { webhook_code: code, ...ends }, at)
  await tell(item, { webhook_code: code, ...ends }, at)
}

/** The Item is repaired: in Link as we opened it, or in another app, with or without a word of Plaid's. */
export async function repair(
  world: World,
  item: LivingItem,
  how: 'here' | 'elsewhere' | 'silently',
  at: number,
): Promise<void> {
  item.trouble = null
  await world.sandbox.repair(item.plaidItemId, { silent: true })
  if (how === 'here') await proveRepair(item.itemId, new Date(at))
  if (how === 'elsewhere') await hint(world, item, { webhook_code: 'LOGIN_REPAIRED' }, at)
}
