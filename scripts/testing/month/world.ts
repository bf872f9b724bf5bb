import type { NoticeKind } from '#lib/domain/notice.ts'
import type { sandboxClient } from '../sandbox-client.ts'
import type { Chance } from './chance.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/**
 * What is wrong with an Item in truth, whatever Relink has heard of it. `isHidden`: nobody but who repaired it could
 * tell that it is over. So it is with PENDING_DISCONNECT: until its end the Item works, and no field of `/item/get` is
 * about it (plaid.com/docs/api/items/#pending_disconnect).
 */
export type Trouble = { kind: Exclude<NoticeKind, 'repaired'>; since: number; isHidden: boolean }

export type LivingItem = {
  itemId: string
  plaidItemId: string
  institutionId: string
  institutionName: string
  isOAuth: boolean
  trouble: Trouble | null
  isRemoved: boolean
}

/** `knownAt`: when two Items had shown it, so that from then on nobody has an excuse. */
export type Outage = { institutionId: string; knownAt: number; until: number }

export type Person = {
  userId: string
  email: string
  /** Where they live; null: nobody knows, and the installation's own zone counts. */
  timeZone: string | null
  inbox: 'good' | 'bounces' | 'complains'
  wantsEmail: boolean
  /** An earlier mail came back for good, or was complained about. */
  isGivenUp: boolean
  items: LivingItem[]
  /** When each message first reached them over any channel. */
  toldAt: Map<string, number>
}

type Happening = { at: number; act: (at: number) => Promise<void> }

/** What is to happen, in the order of its time. */
export function makeAgenda() {
  const coming: Happening[] = []
  return {
    add(at: number, act: Happening['act']) {
      let place = coming.length
      while (place > 0 && (coming[place - 1]?.at ?? 0) > at) place -= 1
      coming.splice(place, 0, { at, act })
    },
    nextAt: () => coming[0]?.at ?? Number.POSITIVE_INFINITY,
    take: () => coming.shift(),
  }
}

/** The simulation's own record: what is true, and what is still to come. */
export type World = {
  people: Person[]
  outages: Outage[]
  /** Subscriptions of browsers, by the sandbox's id. */
  browsers: Map<string, Person>
  agenda: ReturnType<typeof makeAgenda>
  chance: Chance
  sandbox: ReturnType<typeof sandboxClient>
  from: number
  until: number
}

const fewPeople = 200

/** A month of few people, for `npm test`: two short outages are enough there, for each costs a question every few minutes. */
export function isSmall({ people }: World): boolean {
  return people.length < fewPeople
}
