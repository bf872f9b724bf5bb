import { expect, it } from 'vitest'
import { type Announcement, standingOf } from './announcement.ts'

const start = new Date('2026-11-21T12:00:00Z')
const [firstEnd, otherEnd] = [new Date('2026-12-01T00:00:00Z'), new Date('2026-12-08T00:00:00Z')]
const inHours = (hours: number) => new Date(start.getTime() + hours * 60 * 60 * 1000)
const said = (hours: number, endsAt: Date | null, isApplied = true): Announcement => ({
  code: 'PENDING_DISCONNECT',
  endsAt,
  receivedAt: inHours(hours),
  isApplied,
})

it.each([
  ['the first', [], said(0, firstEnd, false), null, 'news'],
  ['the same again', [said(0, firstEnd)], said(5, firstEnd, false), null, 'heard'],
  ['the same again before we acted on it', [said(0, firstEnd, false)], said(5, firstEnd, false), null, 'news'],
  ['the very one, worked off once more', [said(0, firstEnd)], said(0, firstEnd), null, 'news'],
  ['another end', [said(0, firstEnd)], said(5, otherEnd, false), null, 'news'],
  ['another end after a repair', [said(0, firstEnd)], said(5, otherEnd, false), inHours(3), 'news'],
  ['the same again after a repair', [said(0, firstEnd)], said(5, firstEnd, false), inHours(3), 'repaired_since'],
  ['the same again after an older repair', [said(0, firstEnd)], said(5, firstEnd, false), inHours(-3), 'heard'],
  ['one that was read after a repair', [], said(0, firstEnd, false), inHours(3), 'repaired_since'],
  ['one that was read after a later one', [said(5, otherEnd)], said(0, firstEnd, false), null, 'announced_anew_since'],
  [
    'the same again after another end',
    [said(0, firstEnd), said(5, otherEnd)],
    said(9, firstEnd, false),
    null,
    'announced_anew_since',
  ],
  [
    'the last one again, with an older one before it',
    [said(0, firstEnd), said(5, otherEnd)],
    said(9, otherEnd, false),
    null,
    'heard',
  ],
  ['one without an end, again within a day', [said(0, null)], said(20, null, false), null, 'heard'],
  ['one without an end, a week after another', [said(0, null)], said(7 * 24, null, false), null, 'news'],
  ['one without an end, again after a repair', [said(0, null)], said(20, null, false), inHours(3), 'repaired_since'],
] as const)('%s', (_what, others, announcement, lastRepairedAt, standing) => {
  const isItself = others.some(({ receivedAt }) => receivedAt.getTime() === announcement.receivedAt.getTime())
  const all = [...others, ...(isItself ? [] : [announcement])].toSorted(
    (a, b) => Number(a.receivedAt) - Number(b.receivedAt),
  )
  expect(standingOf(announcement, all, lastRepairedAt)).toBe(standing)
})
