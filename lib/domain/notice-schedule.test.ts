import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noticeKinds } from './notice.ts'
import { defaultNoticeRules as rules } from './notice-rules.ts'
import { firstStep, nextStep } from './notice-schedule.ts'

const june = (text: string) => new Date(`2026-06-${text}:00Z`)

describe('the first step', () => {
  it.each([
    ['broken', null, '10T12:10'],
    ['access_revoked', null, '10T12:10'],
    ['cannot_return', null, '10T12:10'],
    ['repaired', null, '10T12:00'],
    ['ends_soon', null, '10T12:10'],
    ['ends_soon', '28T09:00', '21T09:00'],
    ['ends_soon', '17T12:05', '10T12:10'],
    ['ends_soon', '14T09:00', '10T12:10'],
    ['ends_soon', '10T13:00', '10T12:10'],
  ] as const)('of %s that ends at %s is due at %s', (kind, endsAt, dueAt) => {
    const step = firstStep(kind, { at: june('10T12:00'), endsAt: endsAt && june(endsAt) }, rules)
    expect(step).toEqual({
      number: 1,
      anchorAt: june(kind === 'ends_soon' && endsAt ? endsAt : '10T12:00'),
      dueAt: june(dueAt),
    })
  })

  it('before an end goes at once after the grace where the operator named no days', () => {
    const step = firstStep(
      'ends_soon',
      { at: june('10T12:00'), endsAt: june('28T09:00') },
      { ...rules, endsSoonDays: [] },
    )
    expect(step.dueAt).toEqual(june('10T12:10'))
  })
})

describe('the next step', () => {
  it.each([
    ['the first went in time', 1, '01T12:10', 2, '04T12:00'],
    ['the second went in time', 2, '04T12:00', 3, '08T12:00'],
    ['the second went after quiet hours', 2, '05T08:00', 3, '08T12:00'],
    ['the first waited four days', 1, '05T13:00', 3, '08T12:00'],
    ['the first waited until just before the second', 1, '04T11:00', 2, '05T11:00'],
    ['the second went early with another bank’s', 2, '03T12:00', 3, '08T12:00'],
    ['the fourth went in time', 4, '15T12:00', 5, '22T12:00'],
  ])('of a broken Item, when %s', (_, number, sentAt, nextNumber, dueAt) => {
    const anchorAt = june('01T12:00')
    expect(nextStep('broken', { number, anchorAt }, june(sentAt), rules)).toEqual({
      number: nextNumber,
      anchorAt,
      dueAt: june(dueAt),
    })
  })

  it.each([
    ['the last went', 5, '22T12:00'],
    ['the first waited until all the others were over', 1, '23T12:00'],
  ])('is none, when %s', (_, number, sentAt) => {
    expect(nextStep('broken', { number, anchorAt: june('01T12:00') }, june(sentAt), rules)).toBeNull()
  })

  it.each([
    ['the first went seven days before', 1, '21T09:00', '26T09:00'],
    ['the first went five days before', 1, '23T09:00', '26T09:00'],
    ['the first went two and a half days before', 1, '25T21:00', '26T21:00'],
    ['the first went one day before', 1, '27T09:00', null],
    ['the second went', 2, '26T09:00', null],
  ])('before an end, when %s', (_, number, sentAt, dueAt) => {
    const anchorAt = june('28T09:00')
    const expected = dueAt === null ? null : { number: 2, anchorAt, dueAt: june(dueAt) }
    expect(nextStep('ends_soon', { number, anchorAt }, june(sentAt), rules)).toEqual(expected)
  })

  it('before an end is none that would come after it', () => {
    const hourBefore = { ...rules, endsSoonDays: [7, 0.5, 0] }
    expect(nextStep('ends_soon', { number: 1, anchorAt: june('28T09:00') }, june('27T10:00'), hourBefore)).toBeNull()
  })

  it.each(noticeKinds.filter((kind) => kind !== 'broken'))('is none of %s without a known end', (kind) => {
    const { number, anchorAt, dueAt } = firstStep(kind, { at: june('01T12:00'), endsAt: null }, rules)
    expect(nextStep(kind, { number, anchorAt }, dueAt, rules)).toBeNull()
  })

  it('bears days that the operator wrote in any order, and one of them twice', () => {
    const odd = { ...rules, reminderDays: [7, 3, 3] }
    const second = nextStep('broken', { number: 1, anchorAt: june('01T12:00') }, june('01T12:10'), odd)
    const third = nextStep('broken', { number: 2, anchorAt: june('01T12:00') }, june('04T12:00'), odd)
    expect([second?.dueAt, third?.dueAt]).toEqual([june('04T12:00'), june('08T12:00')])
  })
})

describe('any schedule, however late its messages go', () => {
  it('comes to an end, counts upwards and keeps a day between two steps', () => {
    const day = fc.integer({ min: 0, max: 60 })
    const drawn = fc.record({
      kind: fc.constantFrom(...noticeKinds),
      days: fc.array(day, { maxLength: 6 }),
      endsIn: fc.option(day),
      delays: fc.array(fc.integer({ min: 0, max: 240 }), { minLength: 8, maxLength: 8 }),
    })
    fc.assert(
      fc.property(drawn, ({ kind, days, endsIn, delays }) => {
        const at = june('01T12:00')
        const own = { ...rules, reminderDays: days, endsSoonDays: days }
        const endsAt = endsIn === null ? null : later(at, endsIn * 24)
        let step = firstStep(kind, { at, endsAt }, own)
        for (const delay of delays) {
          const sentAt = later(step.dueAt, delay)
          const next = nextStep(kind, step, sentAt, own)
          if (next === null) return true
          if (next.number <= step.number || next.dueAt < later(sentAt, 24)) return false
          step = next
        }
        return false
      }),
      { numRuns: 3_000 },
    )
  })
})

function later(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000)
}
