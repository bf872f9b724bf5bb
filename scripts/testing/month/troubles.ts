import { announceEnd, breakItem, repair } from './acts.ts'
import { dayMs, hourMs, type LivingItem, minuteMs, type World } from './world.ts'

const breakages = [
  { share: 36, kind: 'broken', codes: ['ITEM_LOGIN_REQUIRED'] },
  { share: 14, kind: 'broken', codes: ['ITEM_LOCKED', 'PASSWORD_RESET_REQUIRED', 'USER_SETUP_REQUIRED'] },
  { share: 12, kind: 'broken', codes: ['ACCESS_NOT_GRANTED', 'NO_ACCOUNTS'] },
  { share: 8, kind: 'access_revoked', codes: ['USER_PERMISSION_REVOKED'] },
  { share: 6, kind: 'cannot_return', codes: ['ITEM_NOT_SUPPORTED', 'MFA_NOT_SUPPORTED'] },
] as const

const stories = [
  { share: 72, story: 'breaks' },
  { share: 16, story: 'ends' },
  { share: 9, story: 'flaps' },
  { share: 3, story: 'is_removed' },
] as const

/** How long a trouble lasts; above a month it outlasts the simulation. */
const patience = [
  { share: 14, least: minuteMs, most: 10 * minuteMs },
  { share: 12, least: 10 * minuteMs, most: hourMs },
  { share: 22, least: hourMs, most: 20 * hourMs },
  { share: 26, least: dayMs, most: 5 * dayMs },
  { share: 16, least: 5 * dayMs, most: 24 * dayMs },
  { share: 10, least: 60 * dayMs, most: 61 * dayMs },
] as const

const repairs = [
  { share: 45, how: 'here' },
  { share: 35, how: 'elsewhere' },
  { share: 20, how: 'silently' },
] as const

/** How often one Item is in trouble in the month. */
const counts = [
  { share: 40, count: 0 },
  { share: 40, count: 1 },
  { share: 20, count: 2 },
] as const

/** How many of those with several banks lose them all at once: with a new telephone, for instance. */
const allAtOnceShare = 0.25

/** Gives every Item its month: nothing, a breakage, an announced end, a time of flapping, or its removal. */
export function planTroubles(world: World): void {
  const { people, agenda, chance, from, until } = world
  for (const item of people.flatMap(({ items }) => items)) {
    const { count } = chance.deal(counts)
    for (let trouble = 0; trouble < count; trouble++) {
      const { story } = chance.deal(stories)
      agenda.add(chance.between(from, until - dayMs), (at) => begin(world, item, story, at))
    }
  }
  for (const { items } of people.filter((person) => person.items.length > 1 && chance.happens(allAtOnceShare))) {
    const at = chance.between(from, until - dayMs)
    for (const item of items) {
      agenda.add(at + chance.between(0, 12 * minuteMs), (then) => begin(world, item, 'breaks', then))
    }
  }
}

async function begin(world: World, item: LivingItem, story: (typeof stories)[number]['story'], at: number) {
  if (item.trouble || item.isRemoved) return
  switch (story) {
    case 'breaks': {
      const { kind, codes } = world.chance.deal(breakages)
      await breakItem(world, item, { kind, code: world.chance.pick(codes) }, at)
      return planRepair(world, item, at)
    }
    case 'ends':
      return end(world, item, at)
    case 'flaps':
      return flap(world, item, 3, at)
    case 'is_removed':
      item.isRemoved = true
      return void (await world.sandbox.remove(item.plaidItemId))
  }
}

function planRepair(world: World, item: LivingItem, at: number): void {
  const { chance, agenda } = world
  const { least, most } = chance.deal(patience)
  const { how } = chance.deal(repairs)
  agenda.add(at + chance.between(least, most), async (then) => {
    if (isStillIn(item, at)) await repair(world, item, how, then)
  })
}

/** Its end is announced; some renew in time, the others' Item breaks at the end. */
async function end(world: World, item: LivingItem, at: number): Promise<void> {
  const { agenda, chance } = world
  const endsAt = at + chance.between(2 * dayMs, 16 * dayMs)
  await announceEnd(world, item, endsAt, at)
  const renewedAt = at + chance.between(hourMs, 20 * dayMs)
  if (renewedAt < endsAt) {
    const how = !item.trouble?.isHidden && chance.happens(0.5) ? 'silently' : 'here'
    return agenda.add(renewedAt, async (then) => {
      if (isStillIn(item, at)) await repair(world, item, how, then)
    })
  }
  agenda.add(endsAt, async (then) => {
    if (!isStillIn(item, at)) return
    await breakItem(world, item, { kind: 'broken', code: 'ITEM_LOGIN_REQUIRED' }, then)
    planRepair(world, item, then)
  })
}

/** Broken and repaired again and again within the hour. */
async function flap(world: World, item: LivingItem, times: number, at: number): Promise<void> {
  const { agenda, chance } = world
  if (item.trouble || item.isRemoved) return
  await breakItem(world, item, { kind: 'broken', code: 'ITEM_LOGIN_REQUIRED' }, at)
  if (times === 0) return planRepair(world, item, at)
  agenda.add(at + chance.between(2 * minuteMs, 40 * minuteMs), async (then) => {
    if (!isStillIn(item, at)) return
    await repair(world, item, chance.pick(['here', 'elsewhere']), then)
    agenda.add(then + chance.between(2 * minuteMs, 50 * minuteMs), (later) => flap(world, item, times - 1, later))
  })
}

/** Whether it is the same trouble still: what was planned for one must not repair another that came after it. */
function isStillIn({ trouble }: LivingItem, since: number): boolean {
  return trouble?.since === since
}
