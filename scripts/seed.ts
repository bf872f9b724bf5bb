// Fills a keyless installation: an admin, and one person for each state that an Item can be in. Everything goes the
// way it goes in life: banks are linked by public tokens, broken at the sandbox, and told by webhooks.
import { setTimeout as sleep } from 'node:timers/promises'
import { closeDb, db } from '#lib/adapters/db/client.ts'
import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'
import { stopQueue } from '#lib/adapters/queue/queue.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { env } from '#lib/env.ts'
import { linkItem } from '#lib/features/items/link-item.ts'
import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
import { sandboxClient } from './testing/sandbox-client.ts'

type Person = {
  email: string
  name: string
  institutionId: string
  becomes: ItemState
  happens: (plaidItemId: string) => Promise<unknown>
}

const sandbox = sandboxClient(new URL(env().PLAID_BASE_URL).origin)
const waitMs = 20_000

const people: Person[] = [
  {
    email: 'marguerite@example.org',
    name: 'Marguerite Oyelaran-Whitcombe',
    institutionId: 'ins_109508',
    becomes: 'healthy',
    happens: async () => undefined,
  },
  {
    email: 'ottilie@example.org',
    name: 'Ottilie Brandt-Lindqvist',
    institutionId: 'ins_109509',
    becomes: 'disconnecting_soon',
    happens: (itemId) => sandbox.announceDisconnect(itemId, { days: 5 }),
  },
  {
    email: 'jose-antonio@example.org',
    name: 'José-Antonio Villanueva Delacroix',
    institutionId: 'ins_sandbox_1',
    becomes: 'login_required',
    happens: (itemId) => sandbox.breakItem(itemId),
  },
  {
    email: 'wei-ling@example.org',
    name: 'Wei-Ling Tan',
    institutionId: 'ins_109511',
    becomes: 'consent_needed',
    happens: (itemId) => sandbox.breakItem(itemId, { errorCode: 'ACCESS_NOT_GRANTED' }),
  },
  {
    email: 'amara@example.org',
    name: 'Amara Diallo',
    institutionId: 'ins_sandbox_2',
    becomes: 'access_revoked',
    happens: (itemId) => sandbox.revoke(itemId),
  },
  {
    email: 'ravi@example.org',
    name: 'Ravi Subramaniam-O’Connell',
    institutionId: 'ins_109512',
    becomes: 'unsupported',
    happens: (itemId) => sandbox.breakItem(itemId, { errorCode: 'ITEM_NOT_SUPPORTED' }),
  },
  {
    email: 'kristjana@example.org',
    name: 'Kristjana Þorvaldsdóttir',
    institutionId: 'ins_109508',
    becomes: 'removed',
    happens: (itemId) => sandbox.remove(itemId),
  },
]

async function seed(): Promise<void> {
  const [admin] = env().ADMIN_EMAILS
  if (admin) await keepUser(admin, 'Dana Kowalczyk-Reyes', 'ADMIN')
  await Promise.all(people.map(settle))
}

async function settle(person: Person): Promise<void> {
  const userId = await keepUser(person.email, person.name, 'PERSON')
  if ((await db().item.count({ where: { userId } })) > 0) return
  const { publicToken, itemId: plaidItemId } = await sandbox.createItem({
    institutionId: person.institutionId,
    clientUserId: userId,
    webhook: webhookUrl(),
  })
  const itemId = await linkItem({ userId, publicToken }, new Date())
  await person.happens(plaidItemId)
  // Plaid tells nobody that an Item was removed; it shows when somebody asks.
  if (person.becomes === 'removed') await refreshItem(itemId, new Date(), askedBy('sweep'))
  await become(itemId, person.becomes)
}

async function keepUser(email: string, name: string, role: 'ADMIN' | 'PERSON'): Promise<string> {
  const { id } = await db().user.upsert({ where: { email }, create: { email, name, role }, update: {} })
  return id
}

async function become(itemId: string, state: ItemState): Promise<void> {
  const until = Date.now() + waitMs
  for (;;) {
    const item = await db().item.findUniqueOrThrow({ where: { id: itemId }, select: { state: true } })
    if (item.state === state) return
    if (Date.now() > until)
      throw new Error(`An Item should have become ${state}, but is ${item.state} after ${waitMs} ms.`)
    await sleep(50)
  }
}

await seed()
await stopQueue(2_000)
await closeDb()
