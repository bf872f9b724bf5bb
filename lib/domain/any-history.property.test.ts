import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from './durations.ts'
import { type Hint, interpret, isCovered, isNoAnswer, type Truth } from './hint.ts'
import { type ItemError, type ItemHealth, type ItemState, isBroken } from './item-state.ts'
import { isStillTrue, type NoticeKind } from './notice.ts'
import { type Effect, flapMs, transition } from './transition.ts'

/** What really happens to an Item at Plaid. */
type Change = { at: number; to: ItemState; code: string | null }
/** A webhook about a change, which may come late, twice, out of order, or never; it waits a while before it is handled. */
type Arrival = { receivedAt: number; at: number; hint: Hint }
/** While it lasts Plaid says nothing about the Item. */
type Silence = { from: number; until: number; code: string }

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
  webhooks: fc.array(fc.record({ delay: fc.nat(dayMs), wait: fc.nat(hourMs) }), { maxLength: 3 }),
})
const silence = fc.record({
  from: fc.nat(2 * dayMs),
  length: fc.nat(4 * hourMs),
  code: fc.constantFrom('INSTITUTION_DOWN', 'INTERNAL_SERVER_ERROR', 'INVALID_API_KEYS', 'TOMORROWS_CODE'),
})

type Story = { changes: Change[]; arrivals: Arrival[]; silences: Silence[]; end: number }

const story: fc.Arbitrary<Story> = fc
  .tuple(fc.array(change, { maxLength: 8 }), fc.array(silence, { maxLength: 3 }))
  .map(([drawn, quiet]) => {
    let at = 0
    const changes: Change[] = []
    const arrivals: Arrival[] = []
    for (const { gap, kind, webhooks } of drawn) {
      at += gap * minuteMs
      changes.push({ at, ...kind })
      const receivedAts = webhooks.map(({ delay, wait }) => ({ receivedAt: at + delay, at: at + delay + wait }))
      arrivals.push(...receivedAts.map((times) => ({ ...times, hint: hintOf(kind.code) })))
    }
    arrivals.sort((one, other) => one.at - other.at)
    const end = at + 3 * dayMs
    const silences = quiet.map(({ from, length, code }) => ({ from, until: from + length, code }))
    return { changes, arrivals, silences: silences.filter(({ until }) => until < end), end }
  })

function hintOf(code: string | null): Hint {
  return code === null ? { type: 'reported_repaired' } : { type: 'reported_broken', error: errorOf(code) }
}

function errorOf(errorCode: string): ItemError {
  return { errorType: 'ITEM_ERROR', errorCode, errorCodeReason: null, displayMessage: null }
}

const stateAt = (changes: Change[], at: number): ItemState => changes.findLast((one) => one.at <= at)?.to ?? 'healthy'

function askPlaid(changes: Change[], silences: Silence[], at: number): Truth {
  const silence = silences.find(({ from, until }) => from <= at && at < until)
  if (silence) return { type: 'refused', error: { ...errorOf(silence.code), errorType: 'INVALID_INPUT' } }
  const code = changes.findLast((one) => one.at <= at)?.code
  return { type: 'answered', error: code ? errorOf(code) : null, consentExpiresAt: null, lastUpdateAt: null }
}

type Incident = { isOpen: boolean; told: NoticeKind[] }
type World = {
  health: ItemHealth
  incidents: Incident[]
  lastRepairedAt: Date | null
  waiting: NoticeKind[]
  checkedAt: Date | null
}

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

function apply(world: World, hint: Hint, truth: Truth, at: number): World {
  const instants = { at: new Date(at), lastRepairedAt: world.lastRepairedAt, stateSince: new Date(0) }
  const { next, effects } = transition(world.health, interpret(hint, truth, false), instants)
  const after: World = { ...world, health: next, checkedAt: new Date(at) }
  return effects.reduce((sofar, effect) => carryOut(sofar, effect, at), after)
}

/** What the history should have made of the states that were seen, in short. */
function incidentsOf(seen: { at: number; state: ItemState }[]): number {
  let [count, isOpen, repairedAt] = [0, false, Number.NEGATIVE_INFINITY]
  for (const { at, state } of seen) {
    if (isBroken(state) && !isOpen && at - repairedAt >= flapMs) count += 1
    if (!isBroken(state) && isOpen) repairedAt = at
    isOpen = isBroken(state)
  }
  return count
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
  checkedAt: null,
}

describe('any history of an Item, told late, twice, out of order or not at all', () => {
  it('ends where the truth is after one check, with at most one open incident, and tells nobody of a healthy Item', () => {
    fc.assert(
      fc.property(story, ({ changes, arrivals, silences, end }) => {
        let world = fresh
        const seen: { at: number; state: ItemState }[] = []
        const lastCheck: Arrival = { receivedAt: end, at: end, hint: { type: 'asked' } }
        for (const { receivedAt, at, hint } of [...arrivals, lastCheck]) {
          const known = { ...world.health, checkedAt: world.checkedAt, fullyCheckedAt: null }
          if (isCovered(hint, new Date(receivedAt), known)) continue
          const truth = askPlaid(changes, silences, at)
          if (isNoAnswer(truth)) continue // the job is tried again later, as the last check is here
          world = apply(world, hint, truth, at)
          const state = stateAt(changes, at)
          seen.push({ at, state })
          const open = world.incidents.filter(({ isOpen }) => isOpen).length
          must(world.health.state === state, `the Item is ${world.health.state}, but in truth ${state}`)
          must(open === (isBroken(state) ? 1 : 0), `${open} incidents are open while the Item is ${state}`)
          must(
            world.waiting.every((kind) => isStillTrue(kind, state)),
            'a notice waits that is not true',
          )
          world = send(world)
        }
        must(world.health.state === stateAt(changes, end), 'the last check did not find the truth')
        must(world.incidents.length === incidentsOf(seen), 'there are more or fewer incidents than breakages')
      }),
      { numRuns: 10_000 },
    )
  }, 30_000)

  it('gives each breakage one first notice, however often it is reported', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.nat(dayMs), { maxLength: 20 }), (copies, delays) => {
        const truth = askPlaid([{ at: 0, to: 'login_required', code: 'ITEM_LOGIN_REQUIRED' }], [], 0)
        const arrivals = [...Array.from({ length: copies }, () => 0), ...delays].toSorted((a, b) => a - b)
        const world = arrivals.reduce(
          (sofar, at) => send(apply(sofar, hintOf('ITEM_LOGIN_REQUIRED'), truth, at)),
          fresh,
        )
        expect(world.incidents).toEqual([{ isOpen: true, told: ['broken'] }])
      }),
      { numRuns: 1_000 },
    )
  })
})
