import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Announcement, standingOf } from './announcement.ts'
import { dayMs, hourMs, minuteMs } from './durations.ts'
import { type Hint, interpret, isCovered, type Truth } from './hint.ts'
import type { ItemHealth } from './item-state.ts'
import { transition } from './transition.ts'

/** `claim`: somebody signed in while the bank gave no answer, so the proof is owed. */
type Announce = { at: number; type: 'announce'; endsAt: number; isAgain: boolean }
type Act = Announce | { at: number; type: 'repair' | 'claim' | 'check' }

// Ends are days away, so none passes while the story lasts.
const end = fc.integer({ min: 20, max: 25 }).map((days) => days * dayMs)
const act = fc.oneof(
  fc.record({
    type: fc.constant('announce' as const),
    endsAt: end,
    again: fc.array(fc.nat(dayMs), { maxLength: 3 }),
  }),
  fc.record({ type: fc.constantFrom('repair' as const, 'claim' as const, 'check' as const) }),
)

const story = fc
  .array(fc.record({ gap: fc.integer({ min: 61, max: 12 * 60 }), act }), { maxLength: 8 })
  .map((drawn) => {
    let at = 0
    const ends = new Set<number>()
    return drawn.flatMap(({ gap, act: each }): Act[] => {
      at += gap * minuteMs
      if (each.type !== 'announce') return [{ at, type: each.type }]
      // The same end once more would be a repeat.
      if (ends.has(each.endsAt)) return []
      ends.add(each.endsAt)
      const { type, endsAt } = each
      const again = each.again.map((delay) => ({ at: at + delay, type, endsAt, isAgain: true }))
      return [{ at, type, endsAt, isAgain: false }, ...again]
    })
  })

type World = {
  health: ItemHealth
  stateSince: Date
  checkedAt: Date | null
  isClaimed: boolean
  lastRepairedAt: Date | null
  announced: Announcement[]
}

const fresh: World = {
  health: { state: 'healthy', error: null, expiresAt: null, consentEndsAt: null },
  stateSince: new Date(0),
  checkedAt: null,
  isClaimed: false,
  lastRepairedAt: null,
  announced: [],
}
// Until its end the Item works, and nothing in the answer tells of the cut.
const works: Truth = { type: 'answered', error: null, consentExpiresAt: null, lastUpdateAt: null }

/** The shell's part, without a database. */
function live(world: World, act: Act): World {
  const at = new Date(act.at)
  if (act.type === 'announce') return hear(world, act, at)
  const isClaimed = world.isClaimed || act.type !== 'check'
  return act.type === 'claim' ? { ...world, isClaimed } : apply({ ...world, isClaimed }, { type: 'asked' }, at)
}

function hear(world: World, act: Announce, at: Date): World {
  const endsAt = new Date(act.endsAt)
  const announcement = { code: 'PENDING_DISCONNECT', endsAt, receivedAt: at, isApplied: false }
  const announced = [...world.announced, announcement]
  const standing = standingOf(announcement, announced, world.lastRepairedAt)
  if (standing !== 'news' && standing !== 'heard') return { ...world, announced }
  const applied = { ...world, announced: [...world.announced, { ...announcement, isApplied: true }] }
  const news: Hint = { type: 'disconnect_announced', ends: 'access', disconnectsAt: endsAt }
  const hint: Hint = standing === 'heard' ? { type: 'asked' } : news
  const isKnown = isCovered(hint, at, { ...world.health, checkedAt: world.checkedAt, fullyCheckedAt: null })
  return isKnown ? applied : apply(applied, hint, at)
}

function apply(world: World, hint: Hint, at: Date): World {
  const { lastRepairedAt, stateSince } = world
  const event = interpret(hint, works, world.isClaimed)
  const { next, effects } = transition(world.health, event, { at, lastRepairedAt, stateSince })
  return {
    ...world,
    health: next,
    stateSince: next.state === world.health.state ? stateSince : at,
    checkedAt: at,
    isClaimed: false,
    lastRepairedAt: effects.some(({ type }) => type === 'close_incident') ? at : lastRepairedAt,
  }
}

function tell(acts: Act[]): World {
  const inOrder = acts.toSorted((one, other) => one.at - other.at)
  const last = (inOrder.at(-1)?.at ?? 0) + hourMs
  return [...inOrder, { at: last, type: 'check' as const }].reduce(live, fresh)
}

it('announced ends that come again, up to a day later, change nothing', () => {
  fc.assert(
    fc.property(story, (acts) => {
      const once = acts.filter((each) => each.type !== 'announce' || !each.isAgain)
      expect(tell(acts).health).toEqual(tell(once).health)
    }),
    { numRuns: 5_000 },
  )
})
