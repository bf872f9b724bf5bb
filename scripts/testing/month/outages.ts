import { breakItem, errorOf, repair, tell } from './acts.ts'
import { bankIds } from './populate.ts'
import { dayMs, hourMs, isSmall, type LivingItem, minuteMs, type World } from './world.ts'

const seenEveryMs = 20 * minuteMs
const witnessCount = 3
/** Nobody can act before a second Item has shown it, and a worker that is late has got to it. */
const toBeNoticedMs = 10 * minuteMs
const down = errorOf('INSTITUTION_DOWN', 'INSTITUTION_ERROR')

/** Every bank is down once for some hours; while it is, it also calls logins wrong that are right. */
export function planOutages(world: World): void {
  const { agenda, chance, from, until } = world
  for (const institutionId of isSmall(world) ? bankIds.slice(0, 2) : bankIds) {
    agenda.add(chance.between(from, until - 2 * dayMs), (at) => begin(world, institutionId, at))
  }
}

async function begin(world: World, institutionId: string, at: number): Promise<void> {
  const { agenda, chance, outages, sandbox } = world
  const items = itemsOf(world, institutionId)
  const until = at + chance.between(hourMs, isSmall(world) ? 4 * hourMs : 14 * hourMs)
  const healthy = items.filter(({ trouble }) => trouble === null)
  const witnesses = healthy.slice(0, witnessCount)
  if (witnesses.length < 2) return
  await sandbox.setInstitutionDown(institutionId, true)
  outages.push({ institutionId, knownAt: at + toBeNoticedMs, until })
  // Plaid keeps the error with the Item, or only a product's own call meets it.
  const isOnItem = chance.happens(0.5)
  if (isOnItem) {
    for (const { plaidItemId } of witnesses)
      await sandbox.breakItem(plaidItemId, { errorCode: 'INSTITUTION_DOWN', silent: true })
  }
  for (let seenAt = at; seenAt < until; seenAt += seenEveryMs) agenda.add(seenAt, (then) => show(witnesses, then))
  for (const item of healthy.slice(witnessCount).filter(() => chance.happens(0.1))) {
    agenda.add(at + chance.between(toBeNoticedMs, until - at), (then) => accuse(world, item, until, then))
  }
  agenda.add(until, async () => {
    await sandbox.setInstitutionDown(institutionId, false)
    for (const { plaidItemId } of isOnItem ? witnesses.filter(isWell) : [])
      await sandbox.repair(plaidItemId, { silent: true })
  })
}

async function show(witnesses: LivingItem[], at: number): Promise<void> {
  const source = 'api'
  for (const item of witnesses.filter(isWell)) await tell(item, { webhook_code: 'ERROR', error: down, source }, at)
}

/** A right login is called wrong; it heals by itself after the bank is back. */
async function accuse(world: World, item: LivingItem, until: number, at: number): Promise<void> {
  if (!isWell(item)) return
  await breakItem(world, item, { kind: 'broken', code: 'ITEM_LOGIN_REQUIRED' }, at)
  world.agenda.add(until + world.chance.between(0, 30 * minuteMs), async (then) => {
    if (item.trouble?.since === at) await repair(world, item, 'silently', then)
  })
}

function isWell({ trouble, isRemoved }: LivingItem): boolean {
  return trouble === null && !isRemoved
}

function itemsOf({ people }: World, institutionId: string): LivingItem[] {
  return people.flatMap(({ items }) => items).filter((item) => item.institutionId === institutionId && !item.isRemoved)
}
