import { describe, expect, it } from 'vitest'
import { dayMs } from './durations.ts'
import { classifyError } from './error-class.ts'
import { errorTable } from './error-table.ts'
import { type ItemError, type ItemHealth, type ItemState, itemStates } from './item-state.ts'
import { transition as decide, flapMs, type ItemEvent } from './transition.ts'

const soon = new Date('2026-11-26T00:00:00Z')
const later = new Date('2027-11-19T00:00:00Z')

function anError(errorCode: string, errorType = 'ITEM_ERROR'): ItemError {
  return { errorType, errorCode, errorCodeReason: null, displayMessage: null }
}

const at = new Date('2026-11-21T12:00:00Z')

const longAgo = new Date('2026-11-01T00:00:00Z')

/** With no repair in the past. */
function transition(health: ItemHealth, event: ItemEvent) {
  return decide(health, event, { at, lastRepairedAt: null, stateSince: longAgo })
}

const loginRequired = anError('ITEM_LOGIN_REQUIRED')

const healthOf: Record<ItemState, ItemHealth> = {
  healthy: { state: 'healthy', error: null, expiresAt: null, consentEndsAt: null },
  disconnecting_soon: { state: 'disconnecting_soon', error: null, expiresAt: soon, consentEndsAt: soon },
  login_required: { state: 'login_required', error: loginRequired, expiresAt: null, consentEndsAt: null },
  consent_needed: {
    state: 'consent_needed',
    error: anError('ACCESS_NOT_GRANTED'),
    expiresAt: null,
    consentEndsAt: null,
  },
  access_revoked: {
    state: 'access_revoked',
    error: anError('USER_PERMISSION_REVOKED'),
    expiresAt: null,
    consentEndsAt: null,
  },
  unsupported: { state: 'unsupported', error: anError('ITEM_NOT_SUPPORTED'), expiresAt: null, consentEndsAt: null },
  removed: { state: 'removed', error: null, expiresAt: null, consentEndsAt: null },
}

const events = {
  found_healthy: { type: 'found_healthy', consentExpiresAt: null },
  repair_proved: { type: 'repair_proved', consentExpiresAt: later },
  login_error: { type: 'found_broken', error: loginRequired },
  consent_error: { type: 'found_broken', error: anError('ACCESS_NOT_GRANTED') },
  revoked_error: { type: 'found_broken', error: anError('USER_PERMISSION_REVOKED', 'INVALID_INPUT') },
  terminal_error: { type: 'found_broken', error: anError('ITEM_NOT_SUPPORTED') },
  outage: { type: 'found_broken', error: anError('INSTITUTION_DOWN', 'INSTITUTION_ERROR') },
  operator_error: { type: 'found_broken', error: anError('INVALID_ACCESS_TOKEN', 'INVALID_INPUT') },
  disconnect_announced: { type: 'disconnect_announced', disconnectsAt: soon, consentEndsAt: soon },
  repair_reported: { type: 'repair_reported', consentExpiresAt: null },
  bank_first_error: { type: 'found_broken', error: anError('ITEM_LOCKED') },
  gone_error: { type: 'found_broken', error: anError('ITEM_NOT_FOUND') },
  link_session_error: { type: 'found_broken', error: anError('INVALID_OTP') },
  error_of_no_account: { type: 'found_broken', error: anError('NO_AUTH_ACCOUNTS') },
} satisfies Record<string, ItemEvent>

/** The whole life of an Item: where each event leads from each state, in the order of `events`. */
const expected: Record<ItemState, ItemState[]> = {
  healthy: [
    'healthy',
    'healthy',
    'login_required',
    'consent_needed',
    'access_revoked',
    'unsupported',
    'healthy',
    'healthy',
    'disconnecting_soon',
    'healthy',
    'login_required',
    'removed',
    'healthy',
    'healthy',
  ],
  disconnecting_soon: [
    'disconnecting_soon',
    'healthy',
    'login_required',
    'consent_needed',
    'access_revoked',
    'unsupported',
    'disconnecting_soon',
    'disconnecting_soon',
    'disconnecting_soon',
    'healthy',
    'login_required',
    'removed',
    'disconnecting_soon',
    'disconnecting_soon',
  ],
  login_required: [
    'healthy',
    'healthy',
    'login_required',
    'consent_needed',
    'access_revoked',
    'unsupported',
    'login_required',
    'login_required',
    'login_required',
    'healthy',
    'login_required',
    'removed',
    'login_required',
    'login_required',
  ],
  consent_needed: [
    'healthy',
    'healthy',
    'login_required',
    'consent_needed',
    'access_revoked',
    'unsupported',
    'consent_needed',
    'consent_needed',
    'consent_needed',
    'healthy',
    'login_required',
    'removed',
    'consent_needed',
    'consent_needed',
  ],
  access_revoked: [
    'healthy',
    'healthy',
    'login_required',
    'consent_needed',
    'access_revoked',
    'unsupported',
    'access_revoked',
    'access_revoked',
    'access_revoked',
    'healthy',
    'login_required',
    'removed',
    'access_revoked',
    'access_revoked',
  ],
  unsupported: [
    'healthy',
    'healthy',
    'login_required',
    'consent_needed',
    'access_revoked',
    'unsupported',
    'unsupported',
    'unsupported',
    'unsupported',
    'healthy',
    'login_required',
    'removed',
    'unsupported',
    'unsupported',
  ],
  removed: Array.from({ length: 14 }, () => 'removed' as const),
}

const pairs = itemStates.flatMap((state) =>
  Object.entries(events).map(([name, event], index) => ({ state, name, event, next: expected[state][index] })),
)

// A new kind of event, or class of errors, has to be added here: the compiler counts the one, this list the other.
const everyType: Record<ItemEvent['type'], true> = {
  found_healthy: true,
  found_broken: true,
  repair_reported: true,
  disconnect_announced: true,
  repair_proved: true,
}

describe('the life of an Item', () => {
  it('is told for every type of event and every class of error', () => {
    const all: ItemEvent[] = Object.values(events)
    expect(new Set(all.map(({ type }) => type))).toEqual(new Set(Object.keys(everyType)))
    const errors = all.flatMap((event) => (event.type === 'found_broken' ? [classifyError(event.error)] : []))
    expect(new Set(errors)).toEqual(new Set([...errorTable.values()].map(({ errorClass }) => errorClass)))
  })

  it.each(pairs)('$state meets $name and becomes $next', ({ state, event, next }) => {
    expect(transition(healthOf[state], event).next.state).toBe(next)
  })

  it.each(pairs)('$state that met $name once asks for nothing when it meets it again', ({ state, event }) => {
    const { next } = transition(healthOf[state], event)
    const again = transition(next, event)
    expect(again.next).toEqual(next)
    const lasting = again.effects.filter(({ type }) => type !== 'note_outage' && type !== 'alert_operator')
    expect(lasting).toEqual([])
  })

  it('opens one incident and tells the person once when a healthy Item breaks', () => {
    expect(transition(healthOf.healthy, { type: 'found_broken', error: loginRequired }).effects).toEqual([
      { type: 'open_incident' },
      { type: 'send_notice', kind: 'broken' },
    ])
  })

  it('keeps the incident of an Item that was about to end and now needs a sign-in, with a notice of its own', () => {
    expect(transition(healthOf.disconnecting_soon, { type: 'found_broken', error: loginRequired }).effects).toEqual([
      { type: 'silence_notices', reason: 'became_login_required' },
      { type: 'send_notice', kind: 'broken' },
    ])
  })

  it('silences notices, closes links and the incident when a repair is proved', () => {
    expect(transition(healthOf.login_required, { type: 'repair_proved', consentExpiresAt: later })).toEqual({
      next: { state: 'healthy', error: null, expiresAt: later, consentEndsAt: null },
      effects: [
        { type: 'silence_notices', reason: 'repaired_here' },
        { type: 'close_reconnect_links', reason: 'repaired_here' },
        { type: 'close_incident', reason: 'repaired_here' },
        { type: 'tell_repaired' },
      ],
    })
  })

  it('says that a repair happened elsewhere when an Item is simply found healthy', () => {
    const { effects } = transition(healthOf.login_required, { type: 'found_healthy', consentExpiresAt: null })
    expect(effects).toContainEqual({ type: 'close_incident', reason: 'repaired_elsewhere' })
  })

  it('lets an announced end pass only when the consent was renewed beyond it', () => {
    const renewed = transition(healthOf.disconnecting_soon, { type: 'found_healthy', consentExpiresAt: later })
    expect(renewed.next.state).toBe('healthy')
    const same = transition(healthOf.disconnecting_soon, { type: 'found_healthy', consentExpiresAt: soon })
    expect(same.next.state).toBe('disconnecting_soon')
    const sameButRounded = new Date(soon.getTime() + 59 * 60 * 1000)
    const rounded = transition(healthOf.disconnecting_soon, { type: 'found_healthy', consentExpiresAt: sameButRounded })
    expect(rounded).toEqual({ next: healthOf.disconnecting_soon, effects: [] })
  })

  it('lets an announced cut stand although the consent ends far later, as long as that end does not move', () => {
    const cut: ItemEvent = { type: 'disconnect_announced', disconnectsAt: soon, consentEndsAt: later }
    const { next } = transition(healthOf.healthy, cut)
    expect(transition(next, { type: 'found_healthy', consentExpiresAt: later })).toEqual({ next, effects: [] })
    const renewedUntil = new Date(later.getTime() + 30 * 24 * 60 * 60 * 1000)
    const renewed = transition(next, { type: 'found_healthy', consentExpiresAt: renewedUntil })
    expect(renewed.next.state).toBe('healthy')
  })

  it('believes a reported repair of an Item that was to end, unless it may be older than the announcement', () => {
    const reported: ItemEvent = { type: 'repair_reported', consentExpiresAt: null }
    const stateAfter = (hours: number) => {
      const stateSince = new Date(at.getTime() - hours * 60 * 60 * 1000)
      return decide(healthOf.disconnecting_soon, reported, { at, lastRepairedAt: null, stateSince }).next.state
    }
    expect(stateAfter(23)).toBe('disconnecting_soon')
    expect(stateAfter(24)).toBe('healthy')
    const stillEnds = transition(healthOf.disconnecting_soon, { type: 'repair_reported', consentExpiresAt: soon })
    expect(stillEnds.next.state).toBe('disconnecting_soon')
  })

  const daysLater = (days: number, stateSince = longAgo) => ({
    at: new Date(soon.getTime() + days * dayMs),
    lastRepairedAt: null,
    stateSince,
  })
  const works: ItemEvent = { type: 'found_healthy', consentExpiresAt: null }

  it('counts an announced end as averted when the Item works two days after it', () => {
    expect(decide(healthOf.disconnecting_soon, works, daysLater(1.9)).next.state).toBe('disconnecting_soon')
    const { next, effects } = decide(healthOf.disconnecting_soon, works, daysLater(2))
    expect(next).toEqual(healthOf.healthy)
    expect(effects).toContainEqual({ type: 'close_incident', reason: 'repaired_elsewhere' })
  })

  it('counts an end that was announced without a time as averted nine days after the announcement', () => {
    const announced = { ...healthOf.disconnecting_soon, expiresAt: null, consentEndsAt: null }
    expect(decide(announced, works, daysLater(8.9, soon)).next.state).toBe('disconnecting_soon')
    expect(decide(announced, works, daysLater(9, soon)).next.state).toBe('healthy')
  })

  it('does not announce what should have ended long ago', () => {
    const late: ItemEvent = { type: 'disconnect_announced', disconnectsAt: soon, consentEndsAt: soon }
    expect(decide(healthOf.healthy, late, daysLater(2))).toEqual({
      next: { ...healthOf.healthy, expiresAt: soon },
      effects: [],
    })
    expect(decide(healthOf.healthy, late, daysLater(1.9)).next.state).toBe('disconnecting_soon')
    const over: ItemEvent = { type: 'found_healthy', consentExpiresAt: soon }
    expect(decide(healthOf.healthy, over, daysLater(0)).next.state).toBe('healthy')
    expect(decide(healthOf.healthy, over, daysLater(-0.1)).next.state).toBe('disconnecting_soon')
  })

  it('notes an outage and tells nobody', () => {
    const outage = anError('INSTITUTION_DOWN', 'INSTITUTION_ERROR')
    expect(transition(healthOf.healthy, { type: 'found_broken', error: outage }).effects).toEqual([
      { type: 'note_outage', errorType: 'INSTITUTION_ERROR', errorCode: 'INSTITUTION_DOWN' },
    ])
  })

  it('takes another error of the same state without writing again', () => {
    const locked = anError('ITEM_LOCKED')
    const { next, effects } = transition(healthOf.login_required, { type: 'found_broken', error: locked })
    expect(next).toEqual({ state: 'login_required', error: locked, expiresAt: null, consentEndsAt: null })
    expect(effects).toEqual([])
  })

  it('reopens the incident of an Item that breaks again within an hour of its repair, and starts no new messages', () => {
    const event: ItemEvent = { type: 'found_broken', error: loginRequired }
    const soonAfter = { at, lastRepairedAt: new Date(at.getTime() - flapMs + 1), stateSince: longAgo }
    expect(decide(healthOf.healthy, event, soonAfter).effects).toEqual([
      { type: 'reopen_incident' },
      { type: 'silence_notices', reason: 'broke_again' },
      { type: 'resume_notices', kind: 'broken' },
    ])
    const anHourAfter = { at, lastRepairedAt: new Date(at.getTime() - flapMs), stateSince: longAgo }
    expect(decide(healthOf.healthy, event, anHourAfter).effects).toContainEqual({ type: 'open_incident' })
  })

  it('tells of an end that is near, even when nobody announced it', () => {
    const inSixDays = new Date(at.getTime() + 6 * 24 * 60 * 60 * 1000)
    const { next, effects } = transition(healthOf.healthy, { type: 'found_healthy', consentExpiresAt: inSixDays })
    expect(next).toEqual({ state: 'disconnecting_soon', error: null, expiresAt: inSixDays, consentEndsAt: inSixDays })
    expect(effects).toContainEqual({ type: 'send_notice', kind: 'ends_soon' })
    const far = transition(healthOf.healthy, { type: 'found_healthy', consentExpiresAt: later })
    expect(far.next.state).toBe('healthy')
  })
})
