import type { RefreshPreview } from '#lib/features/items/preview-refresh.ts'
import type { ReplayPreview } from '#lib/features/webhooks/replay-deliveries.ts'

/** One delivery of a dry run: when it came, what it is, about which Item, and what would become of it. */
export function previewLine(said: ReplayPreview<RefreshPreview>): { changes: boolean; line: string } {
  const { delivery, reason, effect } = said
  const name = `${delivery.webhookType}: ${delivery.webhookCode}`
  const what = [delivery.receivedAt.toISOString(), delivery.id, name, delivery.plaidItemId ?? 'no Item']
  const { changes, words } = effect ? effectWords(effect) : { changes: false, words: `ignored: ${reason}` }
  return { changes, line: [...what, words].join('  ') }
}

function effectWords(effect: RefreshPreview): { changes: boolean; words: string } {
  const { before } = effect
  if ('unknown' in effect) return { changes: false, words: `${before}, then nobody can say: ${effect.unknown}` }
  if ('quiet' in effect) {
    const why = effect.quiet === 'removed' ? 'the Item is removed' : 'Plaid was asked since'
    return { changes: false, words: `${before}, stays: ${why}` }
  }
  const { after, effects } = effect
  if (after === before && effects.length === 0) return { changes: false, words: `${before}, stays: so says Plaid` }
  return { changes: true, words: `${before} -> ${after} (${effects.join(', ') || 'no more'})` }
}
