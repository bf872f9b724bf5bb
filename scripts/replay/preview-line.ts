import type { RefreshPreview } from '#lib/features/items/preview-refresh.ts'
import type { ReplayPreview } from '#lib/features/webhooks/replay-deliveries.ts'

/** What replaying a delivery would do; `unknown` where Plaid did not say, `asks` where only the replay itself asks. */
export type Verdict = 'changes' | 'stays' | 'unknown' | 'asks'

type Said = { verdict: Verdict; words: string }

/** One delivery of a dry run: when it came, what it is, about which Item, and what would become of it. */
export function previewLine(said: ReplayPreview<RefreshPreview>): { verdict: Verdict; line: string } {
  const { delivery, reason, effect } = said
  const name = `${delivery.webhookType}: ${delivery.webhookCode}`
  const what = [delivery.receivedAt.toISOString(), delivery.id, name, delivery.plaidItemId ?? 'no Item']
  const { verdict, words } = effect ? effectWords(effect) : reasonWords(reason)
  return { verdict, line: [...what, words].join('  ') }
}

/** The last line of a dry run. What nobody can say is not counted among what would not change. */
export function previewSummary(verdicts: readonly Verdict[]): string {
  const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length
  const parts = [
    `${count('changes')} would change their Item`,
    `${count('stays')} would not`,
    ...(count('asks') > 0 ? [`${count('asks')} would ask Plaid for the proof of a repair`] : []),
    ...(count('unknown') > 0 ? [`of ${count('unknown')} nobody can say, because Plaid gave no answer`] : []),
  ]
  return `${verdicts.length} deliveries: ${parts.join(', ')}. Nothing was stored.`
}

function reasonWords(reason: string | null): Said {
  if (reason !== 'would_ask_plaid') return { verdict: 'stays', words: `ignored: ${reason}` }
  return { verdict: 'asks', words: 'tells of a finished Link session: would ask Plaid for the proof of a repair' }
}

function effectWords(effect: RefreshPreview): Said {
  const { before } = effect
  if ('unknown' in effect) return { verdict: 'unknown', words: `${before}, then nobody can say: ${effect.unknown}` }
  if ('quiet' in effect) {
    const why = effect.quiet === 'removed' ? 'the Item is removed' : 'Plaid was asked since'
    return { verdict: 'stays', words: `${before}, stays: ${why}` }
  }
  const { after, effects } = effect
  if (after === before && effects.length === 0) return { verdict: 'stays', words: `${before}, stays: so says Plaid` }
  return { verdict: 'changes', words: `${before} -> ${after} (${effects.join(', ') || 'no more'})` }
}
