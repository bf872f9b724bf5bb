import { db } from '#lib/adapters/db/client.ts'
import { exchangePublicToken } from '#lib/adapters/plaid/exchange-public-token.ts'
import { inTurns } from '../in-turns.ts'
import type { Chance } from './chance.ts'
import { dayMs, type LivingItem, type Person, type World } from './world.ts'

const atOnce = 8
const banks = [
  { id: 'ins_109508', name: 'First Platypus Bank', isOAuth: false },
  { id: 'ins_127287', name: 'Platypus OAuth Bank', isOAuth: true },
  { id: 'ins_109509', name: 'Gingham Credit Union', isOAuth: false },
  { id: 'ins_109511', name: 'Tartan Bank', isOAuth: true },
  { id: 'ins_109512', name: 'Houndstooth Bank', isOAuth: false },
  { id: 'ins_sandbox_2', name: 'Coastline Savings', isOAuth: false },
] as const
export const bankIds = banks.map(({ id }) => id)

const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Europe/Berlin',
  'Europe/London',
  'Africa/Lagos',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
] as const

/** How many banks a person has. */
const sizes = [
  { share: 55, banks: 1 },
  { share: 30, banks: 2 },
  { share: 15, banks: 3 },
] as const

/** Makes people in many time zones, each with a healthy Item at one to three banks, linked at the sandbox. */
export async function populate(world: World, count: number): Promise<void> {
  const { chance, from } = world
  await db().institution.createMany({
    data: banks.map(({ id, name }) => ({ id, name, refreshedAt: new Date(from) })),
  })
  const users = await db().user.createManyAndReturn({ data: Array.from({ length: count }, () => userOf(chance)) })
  world.people.push(
    ...users.map(({ id: userId, email, timeZone, browserTimeZone, wantsEmail }) => ({
      userId,
      email,
      wantsEmail,
      timeZone: timeZone ?? browserTimeZone,
      inbox: chance.deal(inboxes).inbox,
      isGivenUp: false,
      items: [],
      toldAt: new Map(),
    })),
  )
  const wishes = world.people.flatMap((person) => banksOf(chance).map((bank) => ({ person, bank })))
  for (const bank of banks) {
    const people = wishes.filter((wish) => wish.bank === bank).map(({ person }) => person)
    if (people.length > 0) await linkAll(world, bank, people)
  }
  await giveBrowsers(world)
}

const inboxes = [
  { share: 92, inbox: 'good' },
  { share: 5, inbox: 'bounces' },
  { share: 3, inbox: 'complains' },
] as const

function userOf(chance: Chance) {
  const zone = chance.pick(zones)
  const knows = chance.part()
  return {
    // As people write them.
    email: `${crypto.randomUUID()}@${chance.pick(['example.org', 'Example.ORG'])}`,
    name: 'Marguerite',
    language: chance.pick(['en', 'es', 'fr', null]),
    timeZone: knows < 0.4 ? zone : null,
    browserTimeZone: knows >= 0.4 && knows < 0.9 ? zone : null,
    wantsEmail: chance.happens(0.97),
  }
}

function banksOf(chance: Chance) {
  const left = [...banks]
  const { banks: size } = chance.deal(sizes)
  return Array.from({ length: size }, () => left.splice(Math.floor(chance.part() * left.length), 1)).flat()
}

async function linkAll({ sandbox, chance, from }: World, bank: (typeof banks)[number], people: Person[]) {
  const made = await sandbox.createItems({ count: people.length, institutionId: bank.id })
  const accesses = await inTurns(made, atOnce, ({ publicToken }) => exchangePublicToken(publicToken))
  const at = new Date(from)
  const rows = await db().item.createManyAndReturn({
    data: accesses.map((access, index) => ({
      ...access,
      userId: people[index]?.userId ?? '',
      institutionId: bank.id,
      institutionName: bank.name,
      stateSince: at,
      createdAt: at,
      checkedAt: at,
      fullyCheckedAt: at,
      nextCheckAt: new Date(from + chance.between(0, 7 * dayMs)),
    })),
    select: { id: true, plaidItemId: true, userId: true },
  })
  for (const { id, plaidItemId, userId } of rows) {
    const item: LivingItem = {
      itemId: id,
      plaidItemId,
      institutionId: bank.id,
      institutionName: bank.name,
      isOAuth: bank.isOAuth,
      trouble: null,
      isRemoved: false,
    }
    people.find((person) => person.userId === userId)?.items.push(item)
  }
}

/** One person in six also gets browser messages, some of them in two browsers. */
async function giveBrowsers({ people, sandbox, chance, browsers, from }: World): Promise<void> {
  for (const person of people.filter(() => chance.happens(0.16))) {
    for (let browser = 0; browser < (chance.happens(0.2) ? 2 : 1); browser++) {
      const { id, endpoint, keys } = await sandbox.subscribeToPush()
      const data = { userId: person.userId, endpoint, ...keys, createdAt: new Date(from) }
      await db().pushSubscription.create({ data })
      browsers.set(id, person)
    }
  }
}
