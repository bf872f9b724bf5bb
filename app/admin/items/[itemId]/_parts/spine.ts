import type { HistoryFact } from '#lib/domain/history.ts'
import type { ItemState } from '#lib/domain/item-state.ts'

/** The line from an entry down to the next older one; null where there was no connection. */
export type Spine = 'whole' | 'open' | null

/**
 * How the connection was before each entry, newest first as the timeline is read. `now` is the Item's state, for a
 * history in which nothing changed.
 */
export function spines(facts: HistoryFact[], now: ItemState): Spine[] {
  let state = now
  return facts.map((fact) => {
    if (fact.kind === 'state_changed') state = fact.from
    return spineOf(state)
  })
}

function spineOf(state: ItemState): Spine {
  if (state === 'removed') return null
  return state === 'healthy' || state === 'disconnecting_soon' ? 'whole' : 'open'
}
