import { expect, it } from 'vitest'
import { previewLine, previewSummary } from './preview-line.ts'

const delivery = {
  id: 'd-1',
  receivedAt: new Date('2026-11-21T12:00:00Z'),
  webhookType: 'ITEM',
  webhookCode: 'ERROR',
  plaidItemId: 'item-1',
  source: 'plaid',
  body: new Uint8Array(),
  outcome: 'applied' as const,
  reason: null,
  settledAt: null,
}
const known = { plaidItemId: 'item-1', before: 'healthy' as const }

it.each([
  [
    'changes',
    { reason: null, effect: { ...known, after: 'login_required' as const, effects: [] } },
    '-> login_required',
  ],
  ['stays', { reason: null, effect: { ...known, quiet: 'removed' as const } }, 'the Item is removed'],
  ['stays', { reason: 'unknown_item', effect: null }, 'ignored: unknown_item'],
  [
    'unknown',
    { reason: null, effect: { ...known, unknown: 'PLAID_UNREACHABLE' } },
    'nobody can say: PLAID_UNREACHABLE',
  ],
  ['asks', { reason: 'would_ask_plaid', effect: null }, 'would ask Plaid for the proof of a repair'],
])('a line of a dry run says that its delivery %s', (verdict, said, words) => {
  const shown = previewLine({ delivery, ...said })
  expect(shown.verdict).toBe(verdict)
  expect(shown.line).toContain(words)
})

it('a dry run does not count what nobody can say as no change', () => {
  expect(previewSummary(['changes', 'stays', 'stays', 'asks', 'unknown'])).toBe(
    '5 deliveries: 1 would change their Item, 2 would not, 1 would ask Plaid for the proof of a repair, ' +
      'of 1 nobody can say, because Plaid gave no answer. Nothing was stored.',
  )
  expect(previewSummary(['stays'])).toBe('1 deliveries: 0 would change their Item, 1 would not. Nothing was stored.')
})
