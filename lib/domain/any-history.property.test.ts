import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hint, interpret, type Truth } from './hint.ts'
import { type ItemError, type ItemHealth, type ItemState, isBroken } from './item-state.ts'
import { isStillTrue, type NoticeKind } from './notice.ts'
import { type Effect, transition } from './transition.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** What really happens to an Item at Plaid. */
type Change = { at: number; to: ItemState; code: string | null }
/** A webhook about a change: it may come late, twice, out of order, or never. */
type Arrival = { at: number; hint: Hint }

const kinds: { to: ItemState; code: string | null }[] = [
  { to: 'healthy', code: null },
  { to: 'login_required', code: 'ITEM_LOGIN_REQUIRED' },
  { to: 'login_required', code: 'ITEM_LOCKED' },
  { to: 'consent_needed', code: 'ACCESS_NOT_GRANTED' },
  { to: 'access_revoked', code: 'USER_PERMISSION_REVOKED' },
  { to: 'unsupported', code: 'ITEM_NOT_SUPPORTED' },
]

const change = fc.record({
  gap: fc.integer({ min: 1, max: 3 * 60 }),
  kind: fc.constantFrom(...kinds),
  delays: fc.array(fc.integer({ min: 0, max: dayMs }), { maxLength: 3 }),
})

type Story = { changes: Change[]; arrivals: Arrival[]; end: number }

const story: fc.Arbitrary<Story> = fc.array(change, { maxLength: 8 }).map((drawn) => {
  let at = 0
  const changes: Change[] = []
  const arrivals: Arrival[] = []
  for (const { gap, kind, delays } of drawn) {
    at += gap * minuteMs
    changes.push({ at, ...kind })
    for (const delay of delays) arrivals.push({ at: at + delay, hint: hintOf(kind.code) })
  }
  arrivals.sort((one, other) => one.at - other.at)
  return { changes, arrivals, end: at + dayMs + minuteMs }
})

function hintOf(code: string | null): Hint {
  return code === null ? { type: 'reported_repaired' } : { type: 'reported_broken', error: errorOf(code) }
}

function errorOf(errorCode: string): ItemError {
  return { errorType: 'ITEM_ERROR', errorCode, errorCodeReason: null, displayMessage: null }
}

function truthAt(changes: Change[], at: number): { state: ItemState; truth: Truth } {
  const last = changes.findLast((one) => one.at <= at)
  const error = last?.code ? errorOf(last.code) : null
  return {
    state: last?.to ?? 'healthy',
    truth: { type: 'answered', error, consentExpiresAt: null, lastUpdateAt: null },
  }
}

type Incident = { isOpen: boolean; told: NoticeKind[] }
type World = { health: ItemHealth; incidents: Incident[]; lastRepairedAt: Date | null; waiting: NoticeKind[] }

/** The shell's part, without a database; every notice that waits goes out at once. */
function carryOut(world: World, effect: Effect, at: number): World {
  const [latest] = world.incidents.slice(-1)
  const others = world.incidents.slice(0, -1)
  switch (effect.type) {
    case 'open_incident':
      must(!latest?.isOpen, 'a second incident was opened')
      return { ...world, incidents: [...world.incidents, { isOpen: true, told: [] }] }
    case 'reopen_incident':
      must(latest?.isOpen === false, 'an incident was reopened that is open, or was never there')
      return { ...world, incidents: [...others, { isOpen: true, told: latest?.told ?? [] }] }
    case 'close_incident':
      must(latest?.isOpen === true, 'an incident was closed that is not open')
      return {
        ...world,
        incidents: [...others, { isOpen: false, told: latest?.told ?? [] }],
        lastRepairedAt: effect.reason === 'removed' ? world.lastRepairedAt : new Date(at),
      }
    case 'send_notice':
      return { ...world, waiting: [...world.waiting, effect.kind] }
    case 'resume_notices':
      return latest?.told.includes(effect.kind) ? world : { ...world, waiting: [...world.waiting, effect.kind] }
    case 'silence_notices':
      return { ...world, waiting: [] }
    case 'close_reconnect_links':
    case 'tell_repaired':
    case 'note_outage':
    case 'alert_operator':
      return world
  }
}

function check(world: World, hint: Hint, changes: Change[], at: number): World {
  const event = interpret(hint, truthAt(changes, at).truth, false)
  const { next, effects } = transition(world.health, event, {
    at: new Date(at),
    lastRepairedAt: world.lastRepairedAt,
    stateSince: new Date(0),
  })
  return effects.reduce((sofar, effect) => carryOut(sofar, effect, at), { ...world, health: next })
}

function send(world: World): World {
  const [latest] = world.incidents.slice(-1)
  if (world.waiting.length === 0 || !latest) return world
  const told = { ...latest, told: [...latest.told, ...world.waiting] }
  return { ...world, waiting: [], incidents: [...world.incidents.slice(0, -1), told] }
}

// Vitest's own expect, called half a million times, would take longer than all the rest.
function must(isSo: boolean, complaint: string): void {
  if (!isSo) throw new Error(complaint)
}

const fresh: World = {
  health: { state: 'healthy', error: null, expiresAt: null, consentEndsAt: null },
  incidents: [],
  lastRepairedAt: null,
  waiting: [],
}

describe('any history of an Item, told late, twice, out of order or not at all', () => {
  it('ends where the truth is after one check, with at most one open incident, and tells nobody of a healthy Item', () => {
    fc.assert(
      fc.property(story, ({ changes, arrivals, end }) => {
        let world = fresh
        for (const { at, hint } of [...arrivals, { at: end, hint: { type: 'asked' } as const }]) {
          world = check(world, hint, changes, at)
          const { state } = truthAt(changes, at)
          const open = world.incidents.filter(({ isOpen }) => isOpen).length
          must(world.health.state === state, `the Item is ${world.health.state}, but in truth ${state}`)
          must(open === (isBroken(state) ? 1 : 0), `${open} incidents are open while the Item is ${state}`)
          must(
            world.waiting.every((kind) => isStillTrue(kind, state)),
            'a notice waits that is not true',
          )
          world = send(world)
        }
      }),
      { numRuns: 10_000 },
    )
  }, 30_000)

  it('gives each breakage one first notice, however often it is reported', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.nat(dayMs), { maxLength: 20 }), (copies, delays) => {
        const changes: Change[] = [{ at: 0, to: 'login_required', code: 'ITEM_LOGIN_REQUIRED' }]
        const arrivals = [...Array.from({ length: copies }, () => 0), ...delays].toSorted((a, b) => a - b)
        const world = arrivals.reduce(
          (sofar, at) => send(check(sofar, hintOf('ITEM_LOGIN_REQUIRED'), changes, at)),
          fresh,
        )
        expect(world.incidents).toEqual([{ isOpen: true, told: ['broken'] }])
      }),
      { numRuns: 1_000 },
    )
  })
})
