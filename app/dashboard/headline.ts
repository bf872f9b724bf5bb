import type { ItemState } from '#lib/domain/item-state.ts'

/** What the dashboard says first: the answer, then the rest of the picture. */
export type Headline = { title: string; rest: string | null }

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** Sums up the connections that a person has: what waits for them makes the title. */
export function headline(states: readonly ItemState[]): Headline {
  const needs = count(states, ['login_required', 'consent_needed'])
  const ends = count(states, ['disconnecting_soon'])
  const works = count(states, ['healthy'])
  const stopped = count(states, ['access_revoked', 'unsupported'])
  const worksPart = phrase(works, 'is working', 'are working')
  const stoppedPart = phrase(stopped, 'is no longer shared', 'are no longer shared')
  if (needs > 0) {
    const rest = sentence([phrase(ends, 'ends soon', 'end soon'), worksPart, stoppedPart])
    return { title: phrase(needs, 'bank needs you', 'banks need you'), rest }
  }
  if (ends > 0) {
    return { title: phrase(ends, 'bank ends soon', 'banks end soon'), rest: sentence([worksPart, stoppedPart]) }
  }
  if (stopped > 0 || works === 0) return { title: 'Your banks', rest: sentence([worksPart, stoppedPart]) }
  return { title: works === 1 ? 'Your bank is working' : 'All your banks are working', rest: null }
}

function count(states: readonly ItemState[], wanted: readonly ItemState[]): number {
  return states.filter((state) => wanted.includes(state)).length
}

/** "Two are working", or nothing for none. */
function phrase(amount: number, one: string, many: string): string {
  return amount === 0 ? '' : `${numbers[amount] ?? amount} ${amount === 1 ? one : many}`
}

/** "One ends soon, and two are working." */
function sentence(phrases: readonly string[]): string | null {
  const [first, ...others] = phrases.filter(Boolean)
  if (!first) return null
  const lowered = others.map((part) => part.charAt(0).toLowerCase() + part.slice(1))
  const last = lowered.pop()
  const start = [first, ...lowered].join(', ')
  return last ? `${start}, and ${last}.` : `${start}.`
}
