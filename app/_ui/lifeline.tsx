import type { ItemState } from '#lib/domain/item-state.ts'

/** A stretch of days in one state. */
export type LifelineStretch = { days: number; state: ItemState }

/** One connection over time: whole where data flowed, dotted where it did not. The label says the same in words. */
export function Lifeline({ stretches, label }: { stretches: LifelineStretch[]; label: string }) {
  return (
    <div className="life" role="img" aria-label={label}>
      {stretches.map((stretch, index) => (
        // The stretches of one line never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <i key={index} data-state={stretch.state} style={{ flexGrow: stretch.days }} />
      ))}
    </div>
  )
}
