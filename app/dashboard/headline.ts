import type { ItemState } from '#lib/domain/item-state.ts'

/** What the dashboard says first: the answer, then the rest of the picture. */
export type Headline = { title: string; rest: string | null }

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** Sums up the connections that a person has. */
export function headline(states: readonly ItemState[]): Headline {
  const needs = count(states, ['login_required', 'consent_needed'])
  const ends = count(states, ['disconnecting_soon'])
  const works = count(states, ['healthy'])
  const stopped = count(states, ['access_revoked', 'unsupported'])
  if (states.length === 0) return { title: 'Your banks', rest: null }
  const parts = [
    needs > 0 && phrase(needs, needs === 1 ? 'bank needs you' : 'banks need you'),
    ends > 0 && phrase(ends, ends === 1 ? 'ends soon' : 'end soon'),
    works > 0 && phrase(works, works === 1 ? 'is working' : 'are working'),
    stopped > 0 && phrase(stopped, 'no longer shared'),
  ].filter((part): part is string => typeof part === 'string')
  if (needs > 0) return { title: `${parts[0]}`, rest: sentence(parts.slice(1)) }
  if (ends > 0)
    return { title: phrase(ends, ends === 1 ? 'bank ends soon' : 'banks end soon'), rest: sentence(parts.slice(1)) }
  if (works === states.length)
    return { title: works === 1 ? 'Your bank is working' : 'All your banks are working', rest: null }
  return { title: 'Your banks', rest: sentence(parts) }
}

function count(states: readonly ItemState[], wanted: readonly ItemState[]): number {
  return states.filter((state) => wanted.includes(state)).length
}

function phrase(amount: number, words: string): string {
  return `${numbers[amount] ?? amount} ${words}`
}

/** "One ends soon, and two are working." */
function sentence(parts: readonly string[]): string | null {
  const [first, ...others] = parts
  if (!first) return null
  const lowered = others.map((part) => part.charAt(0).toLowerCase() + part.slice(1))
  const last = lowered.pop()
  const start = [first, ...lowered].join(', ')
  return last ? `${start}, and ${last}.` : `${start}.`
}
