import { expect, it } from 'vitest'
import type { HistoryFact } from '#lib/domain/history.ts'
import { spines } from './spine.ts'

const sent: HistoryFact = { kind: 'notice_sent', noticeId: 'n', noticeKind: 'broken', subject: 's', askedBy: 'relink' }
const broke: HistoryFact = {
  kind: 'state_changed',
  from: 'healthy',
  to: 'login_required',
  errorCode: null,
  by: 'webhook',
}
const mended: HistoryFact = {
  kind: 'state_changed',
  from: 'login_required',
  to: 'healthy',
  errorCode: null,
  by: 'webhook',
}
const connected: HistoryFact = { kind: 'connected', accounts: 2 }

it('is whole where data flowed and open where it did not', () => {
  expect(spines([mended, sent, broke, connected], 'healthy')).toEqual(['open', 'open', 'whole', 'whole'])
  expect(spines([sent, broke, connected], 'login_required')).toEqual(['open', 'whole', 'whole'])
})

it('is whole as long as an Item that ends soon still works', () => {
  const ends: HistoryFact = {
    kind: 'state_changed',
    from: 'healthy',
    to: 'disconnecting_soon',
    errorCode: null,
    by: 'webhook',
  }
  expect(spines([sent, ends], 'disconnecting_soon')).toEqual(['whole', 'whole'])
})

it('has no line after an Item was removed', () => {
  expect(spines([connected], 'removed')).toEqual([null])
})
