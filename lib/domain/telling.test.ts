import { describe, expect, it } from 'vitest'
import type { NoticeKind } from './notice.ts'
import { defaultNoticeRules } from './notice-rules.ts'
import { decideTelling, mostTopics, type Reach, type TellingFacts, type WaitingNotice } from './telling.ts'

/** June has no change of clocks; the person lives in UTC. */
const june = (text: string) => new Date(`2026-06-${text}:00Z`)
const noon = '10T12:00'
const minute = 60_000

/** A first notice by default; a reminder's step before was sent three days earlier. */
function notice(noticeId: string, dueAt: string, more: Partial<WaitingNotice> = {}): WaitingNotice {
  const due = june(dueAt)
  const before = (more.number ?? 1) > 1 ? 3 * 24 * 60 * minute : 10 * minute
  return {
    noticeId,
    incidentId: `incident of ${noticeId}`,
    kind: 'broken',
    number: 1,
    dueAt: due,
    heldBy: null,
    quietUntil: null,
    createdAt: new Date(due.getTime() - before),
    ...more,
  }
}

const reachable: Reach = { email: 'yes', push: 'none' }

function facts(now: string, notices: WaitingNotice[], more: Partial<TellingFacts> = {}): TellingFacts {
  const rules = defaultNoticeRules
  return { notices, toldAt: [], timeZone: 'UTC', reach: reachable, now: june(now), rules, ...more }
}

function tells(...noticeIds: string[]) {
  return { type: 'tell', noticeIds, channels: ['email'] }
}

function waits(until: string | null, reasons: Record<string, string>) {
  return {
    type: 'wait',
    until: until && june(until),
    reasons: Object.entries(reasons).map(([noticeId, reason]) => ({ noticeId, reason })),
  }
}

describe('a person', () => {
  it('with nothing to hear is told nothing', () => {
    expect(decideTelling(facts(noon, []))).toEqual({ type: 'nothing' })
  })

  it('is told what is due, at the very minute', () => {
    expect(decideTelling(facts(noon, [notice('a', noon)]))).toEqual(tells('a'))
  })

  it.each([
    ['a first notice', notice('a', '10T12:05'), 'grace'],
    ['a reminder', notice('a', '10T12:05', { number: 2 }), 'schedule'],
    ['an end that is far', notice('a', '10T12:05', { kind: 'ends_soon', createdAt: june('01T12:00') }), 'schedule'],
    ['an end that is near', notice('a', '10T12:05', { kind: 'ends_soon' }), 'grace'],
  ])('waits for %s that is not due', (_, waiting, reason) => {
    expect(decideTelling(facts(noon, [waiting]))).toEqual(waits('10T12:05', { a: reason }))
  })

  it('who wants quiet about a bank hears nothing of it before, and of another bank all the same', () => {
    const quiet = notice('a', '10T09:00', { quietUntil: june('11T12:00') })
    expect(decideTelling(facts(noon, [quiet]))).toEqual(waits('11T12:00', { a: 'asked_quiet' }))
    expect(decideTelling(facts(noon, [quiet, notice('b', noon)]))).toEqual(tells('b'))
    expect(decideTelling(facts('11T12:00', [quiet]))).toEqual(tells('a'))
  })

  it('sleeps, and hears of it at eight', () => {
    expect(decideTelling(facts('10T23:00', [notice('a', '10T22:00')]))).toEqual(waits('11T08:00', { a: 'quiet_hours' }))
  })

  it.each([
    ['Europe/Berlin', '2026-03-28T22:00:00Z', '2026-03-29T06:00:00Z'],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T07:00:00Z'],
    ['America/New_York', '2026-03-08T04:00:00Z', '2026-03-08T12:00:00Z'],
    ['America/New_York', '2026-11-01T04:00:00Z', '2026-11-01T13:00:00Z'],
    ['Asia/Kolkata', '2026-06-01T16:00:00Z', '2026-06-02T02:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T12:00:00Z', '2026-04-04T21:30:00Z'],
    ['Pacific/Apia', '2011-12-30T09:00:00Z', '2011-12-30T18:00:00Z'],
  ])('in %s sleeps at %s until %s', (timeZone, at, until) => {
    const now = new Date(at)
    const waiting = notice('a', noon, { dueAt: now, createdAt: now })
    expect(decideTelling(facts(noon, [waiting], { timeZone, now }))).toMatchObject({
      type: 'wait',
      until: new Date(until),
    })
  })

  it.each([
    ['yesterday evening', ['09T20:00'], '10T20:00', 'budget'],
    ['three times this week', ['04T09:00', '06T09:00', '08T09:00'], '11T09:00', 'budget'],
    ['this morning, and the day will be over in the night', ['09T22:00'], '11T08:00', 'budget'],
    ['two days ago', ['08T12:00'], null, null],
  ])('who was told %s', (_, told, until, reason) => {
    const decision = decideTelling(facts(noon, [notice('a', noon)], { toldAt: told.map(june) }))
    expect(decision).toEqual(until && reason ? waits(until, { a: reason }) : tells('a'))
  })

  it('who sleeps is kept from a message by the sleep, unless the budget lasts longer', () => {
    const asleep = (told: string) => decideTelling(facts('10T23:00', [notice('a', noon)], { toldAt: [june(told)] }))
    expect(asleep('10T07:00')).toEqual(waits('11T08:00', { a: 'quiet_hours' }))
    expect(asleep('10T09:00')).toEqual(waits('11T09:00', { a: 'budget' }))
    expect(asleep('10T22:30')).toEqual(waits('12T08:00', { a: 'budget' }))
  })

  it('gets one message for many Items: broken ones first, oldest first, then those that end, then the rest', () => {
    const waiting = [
      notice('repaired', '10T10:00', { kind: 'repaired' }),
      notice('revoked', '10T08:30', { kind: 'access_revoked' }),
      notice('ends', '10T09:00', { kind: 'ends_soon' }),
      notice('ends sooner', '10T11:00', { kind: 'ends_soon', number: 2 }),
      notice('broken now', noon),
      notice('cannot return', '10T08:00', { kind: 'cannot_return' }),
      notice('broken before', '10T09:30'),
    ]
    expect(decideTelling(facts(noon, waiting))).toEqual(
      tells('broken before', 'broken now', 'ends sooner', 'ends', 'cannot return', 'revoked', 'repaired'),
    )
  })

  it('gets no endless message: the most urgent go, what is due before what only comes along', () => {
    const kinds: NoticeKind[] = ['ends_soon', 'broken']
    const waiting = kinds.flatMap((kind) =>
      Array.from({ length: 15 }, (_, index) => notice(`${kind} ${index}`, `10T11:${10 + index}`, { kind })),
    )
    const decision = decideTelling(facts(noon, [notice('early', '10T18:00', { number: 2 }), ...waiting]))
    const noticeIds = decision.type === 'tell' ? decision.noticeIds : []
    expect(noticeIds).toHaveLength(mostTopics)
    expect(noticeIds.slice(14, 16)).toEqual(['broken 14', 'ends_soon 0'])
    expect(noticeIds).not.toContain('early')
  })
})

describe('a reminder', () => {
  it.each([
    ['of another bank that is due within a day comes along', notice('b', '11T12:00', { number: 2 }), true],
    ['that is due later stays', notice('b', '11T12:01', { number: 2 }), false],
    ['whose step before went today stays', notice('b', '11T11:00', { number: 2, createdAt: june('10T11:00') }), false],
    [
      'about which quiet was asked for stays',
      notice('b', '11T11:00', { number: 2, quietUntil: june('11T11:00') }),
      false,
    ],
    ['that is held stays', notice('b', '11T11:00', { number: 2, heldBy: 'outage' }), false],
  ])('%s', (_, reminder, comesAlong) => {
    expect(decideTelling(facts(noon, [notice('a', noon), reminder]))).toEqual(comesAlong ? tells('a', 'b') : tells('a'))
  })

  it('alone goes when it is due', () => {
    expect(decideTelling(facts(noon, [notice('a', '11T10:00', { number: 2 })]))).toEqual(
      waits('11T10:00', { a: 'schedule' }),
    )
  })
})

describe('two banks that break together', () => {
  it('make one message', () => {
    const waiting = [notice('a', noon), notice('b', '10T12:07')]
    expect(decideTelling(facts(noon, waiting))).toEqual(waits('10T12:07', { a: 'company', b: 'grace' }))
    expect(decideTelling(facts('10T12:07', waiting))).toEqual(tells('a', 'b'))
  })

  it('make no one wait longer than one grace time', () => {
    const waiting = [notice('a', noon), notice('b', '10T12:07'), notice('c', '10T12:10'), notice('d', '10T12:11')]
    expect(decideTelling(facts('10T12:01', waiting))).toMatchObject({ type: 'wait', until: june('10T12:10') })
    expect(decideTelling(facts('10T12:10', waiting))).toEqual(tells('a', 'b', 'c'))
  })

  it('make one message of which one heals in between', () => {
    expect(decideTelling(facts('10T12:05', [notice('b', '10T12:07')]))).toEqual(waits('10T12:07', { b: 'grace' }))
    expect(decideTelling(facts('10T12:05', [notice('a', noon)]))).toEqual(tells('a'))
  })

  it('make one message in the morning, too', () => {
    const waiting = [notice('a', '09T23:00'), notice('b', '10T08:06')]
    expect(decideTelling(facts('10T08:00', waiting))).toEqual(waits('10T08:06', { a: 'company', b: 'grace' }))
    expect(decideTelling(facts('10T08:11', [notice('a', '09T23:00'), notice('b', '10T08:12')]))).toEqual(tells('a'))
  })

  it('make two where waiting would lead into quiet hours', () => {
    expect(decideTelling(facts('10T20:55', [notice('a', '10T20:55'), notice('b', '10T21:02')]))).toEqual(tells('a'))
  })

  it('make two where one is held', () => {
    const waiting = [notice('a', noon), notice('b', '10T12:07', { heldBy: 'admin' })]
    expect(decideTelling(facts(noon, waiting))).toEqual(tells('a'))
  })

  it('wait for the same when one becomes due meanwhile', () => {
    const waiting = [notice('a', noon), notice('b', '10T12:05'), notice('c', '11T08:00', { number: 2 })]
    expect(decideTelling(facts(noon, waiting, { toldAt: [june('10T08:00')] }))).toEqual(
      waits('11T08:00', { a: 'budget', b: 'budget', c: 'schedule' }),
    )
  })
})

describe('what is held', () => {
  it('waits for somebody’s act, with its reason', () => {
    const waiting = [notice('a', noon, { heldBy: 'admin' }), notice('b', '09T12:00', { heldBy: 'outage' })]
    expect(decideTelling(facts(noon, waiting))).toEqual(waits(null, { a: 'held_by_admin', b: 'outage' }))
  })

  it('keeps nothing else back', () => {
    expect(decideTelling(facts(noon, [notice('a', '09T12:00', { heldBy: 'admin' }), notice('b', noon)]))).toEqual(
      tells('b'),
    )
  })

  it('is not dropped for a person whom nobody can reach', () => {
    const waiting = [notice('a', '09T12:00', { heldBy: 'outage' })]
    expect(decideTelling(facts(noon, waiting, { reach: { email: 'unwanted', push: 'none' } }))).toEqual(
      waits(null, { a: 'outage' }),
    )
  })
})

describe('a person who', () => {
  it.each([
    ['wants both', { email: 'yes', push: 'yes' }, ['email', 'push']],
    ['wants mail only', { email: 'yes', push: 'unwanted' }, ['email']],
    ['wants browser messages only', { email: 'unwanted', push: 'yes' }, ['push']],
    ['has an address that bounced, but a browser', { email: 'bounced', push: 'yes' }, ['push']],
  ] as const)('%s is told so', (_, reach, channels) => {
    expect(decideTelling(facts(noon, [notice('a', noon)], { reach }))).toMatchObject({ type: 'tell', channels })
  })

  it.each([
    ['wants nothing', { email: 'unwanted', push: 'unwanted' }, 'unreachable_unsubscribed'],
    ['wants no mail and has no browser', { email: 'unwanted', push: 'none' }, 'unreachable_unsubscribed'],
    ['has an address that bounced', { email: 'bounced', push: 'none' }, 'unreachable_bounced'],
    ['complained', { email: 'complained', push: 'unwanted' }, 'unreachable_complained'],
  ] as const)('%s is told nothing, and the reason is kept', (_, reach, reason) => {
    const waiting = [notice('a', noon), notice('b', '13T12:00', { number: 2 })]
    const told = { reach, toldAt: [june('10T11:00')] }
    expect(decideTelling(facts(noon, waiting, told))).toEqual({ type: 'drop', noticeIds: ['a'], reason })
    expect(decideTelling(facts(noon, waiting.slice(1), told))).toEqual(waits('13T12:00', { b: 'schedule' }))
  })
})

describe('news of a repair', () => {
  it('a day old is none', () => {
    const waiting = [notice('a', noon, { kind: 'repaired', createdAt: june('09T12:00') }), notice('b', noon)]
    expect(decideTelling(facts(noon, waiting))).toEqual({ type: 'drop', noticeIds: ['a'], reason: 'too_late' })
  })

  it('is dropped in time where the budget would keep it for longer', () => {
    const waiting = [notice('a', noon, { kind: 'repaired', createdAt: june(noon) })]
    const toldAt = [june('06T09:00'), june('07T09:00'), june('09T09:00')]
    expect(decideTelling(facts(noon, waiting, { toldAt }))).toEqual(waits('11T12:00', { a: 'budget' }))
  })
})
