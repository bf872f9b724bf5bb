import { describe, expect, it } from 'vitest'
import { afterBudget } from './notice-budget.ts'
import { defaultNoticeRules } from './notice-rules.ts'

const june = (text: string) => new Date(`2026-06-${text}:00Z`)

describe('the next message within one a day and three a week', () => {
  it.each([
    ['nothing was sent', [], '10T12:00', '10T12:00'],
    ['one went a minute ago', ['10T11:59'], '10T12:00', '11T11:59'],
    ['one went exactly a day ago', ['09T12:00'], '10T12:00', '10T12:00'],
    ['one went a minute less than a day ago', ['09T12:01'], '10T12:00', '10T12:01'],
    ['two went this week', ['05T12:00', '07T12:00'], '10T12:00', '10T12:00'],
    ['three went this week', ['05T12:00', '07T12:00', '09T08:00'], '10T12:00', '12T12:00'],
    ['three went this week, told in disorder', ['09T08:00', '05T12:00', '07T12:00'], '10T12:00', '12T12:00'],
    ['the oldest of three leaves the week now', ['03T12:00', '05T12:00', '07T12:00'], '10T12:00', '10T12:00'],
    ['more went than was allowed', ['09T01:00', '09T02:00', '09T03:00', '09T04:00'], '10T12:00', '16T02:00'],
    ['one is on its way by a clock that goes before', ['10T12:05'], '10T12:00', '11T12:05'],
  ])('when %s', (_, sent, at, expected) => {
    expect(afterBudget(june(at), sent.map(june), defaultNoticeRules)).toEqual(june(expected))
  })

  it('counts windows that roll, not days of a calendar', () => {
    const rules = { ...defaultNoticeRules, mostPerDay: 2, mostPerWeek: 100 }
    expect(afterBudget(june('11T00:01'), [june('10T20:00'), june('10T23:59')], rules)).toEqual(june('11T20:00'))
  })
})
