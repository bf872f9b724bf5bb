import { ageRepair, expireReconnectLinks } from '../../../e2e/stories/database.ts'
import {
  coastline,
  firstPlatypus,
  gingham,
  houndstooth,
  northfield,
  tartan,
  type World,
} from '../../../e2e/stories/person.ts'
import { inTurns } from '../../testing/in-turns.ts'
import { getStuck } from './get-stuck.ts'
import { type Lost, lose, newestLink, type Place, submit, untilPageSays, withError } from './lose.ts'
import { shareManyAccounts } from './share-many-accounts.ts'
import type { Worlds } from './worlds.ts'

const atOnce = 3

/** Where the pages are, and what has to happen before. */
const ways = {
  broken: ({ told }) => lose(told, firstPlatypus),
  long: async ({ told }) => {
    const lost = await lose(told, northfield)
    await shareManyAccounts(lost.itemId)
    return lost
  },
  endsSoon: ({ told }) => lose(told, gingham, (sandbox, itemId) => sandbox.announceDisconnect(itemId, { days: 5 })),
  consentNeeded: ({ told }) => lose(told, tartan, withError('ACCESS_NOT_GRANTED')),
  consentExpired: ({ told }) => lose(told, tartan, withError('ITEM_LOGIN_REQUIRED', 'OAUTH_CONSENT_EXPIRED')),
  connectionEnded: ({ told }) => lose(told, tartan, withError('ITEM_LOGIN_REQUIRED', 'OAUTH_INVALID_TOKEN')),
  withdrawnAtBank: ({ told }) => lose(told, tartan, withError('ITEM_LOGIN_REQUIRED', 'OAUTH_USER_REVOKED')),
  revoked: ({ told }) => lose(told, coastline, (sandbox, itemId) => sandbox.revoke(itemId)),
  unsupported: ({ told }) => lose(told, houndstooth, withError('ITEM_NOT_SUPPORTED')),
  quiet: async ({ told }) => {
    const lost = await lose(told, coastline)
    await submit(lost, 'later', { later: 'three_days' })
    return lost
  },
  locked: ({ told }) => lose(told, gingham, withError('ITEM_LOCKED')),
  passwordReset: ({ told }) => lose(told, gingham, withError('PASSWORD_RESET_REQUIRED')),
  userSetup: ({ told }) => lose(told, gingham, withError('USER_SETUP_REQUIRED')),
  healthy: ({ told }) => loseAndRepair(told),
  used: async ({ told }) => {
    const lost = await loseAndRepair(told)
    await ageRepair(lost.itemId)
    await told.sandbox.breakItem(lost.plaidItemId)
    await newestLink(told, lost.person, 2)
    return lost
  },
  expired: async ({ told }) => {
    const lost = await lose(told, firstPlatypus)
    await expireReconnectLinks(lost.itemId)
    return lost
  },
  superseded: async ({ told }) => {
    const lost = await lose(told, firstPlatypus)
    await submit(lost, 'fresh-link')
    await newestLink(told, lost.person, 2)
    return lost
  },
  unknown: async ({ told }) => ({ address: `${told.relinkUrl}/reconnect/${'A'.repeat(43)}` }),
  stuck: async ({ told }) => {
    const lost = await lose(told, firstPlatypus)
    await getStuck(told, lost)
    return lost
  },
  oauthReturn: async ({ told }) => ({ address: `${told.relinkUrl}/link/oauth` }),
  hostedReturn: async ({ told }) => ({ address: `${told.relinkUrl}/link/done` }),
  signInFirst: ({ strict }) => lose(strict, firstPlatypus),
  strict: async ({ strict }) => {
    const lost = await lose(strict, firstPlatypus)
    return { ...lost, storageState: await lost.person.request.storageState() }
  },
} satisfies Record<string, (worlds: Worlds) => Promise<Place>>

export type PlaceName = keyof typeof ways
export type Places = ReadonlyMap<PlaceName, Place>

/** Lets happen what leads to these places. */
export async function makePlaces(worlds: Worlds, names: readonly PlaceName[]): Promise<Places> {
  const made = await inTurns(
    [...new Set(names)],
    atOnce,
    async (name): Promise<[PlaceName, Place]> => [name, await ways[name](worlds)],
  )
  return new Map(made)
}

async function loseAndRepair(world: World): Promise<Lost> {
  const lost = await lose(world, firstPlatypus)
  await world.sandbox.repair(lost.plaidItemId)
  await untilPageSays(lost, 'Nothing to do here')
  return lost
}
