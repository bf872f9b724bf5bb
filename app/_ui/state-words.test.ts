import { describe, expect, it } from 'vitest'
import { itemStates } from '#lib/domain/item-state.ts'
import { stateForConsole, stateForPerson, stateIcons } from './state-words.ts'

const now = new Date('2026-11-19T15:00:00Z')

describe('the words of a state', () => {
  it('differ for every state, and so do the outlines', () => {
    expect(new Set(itemStates.map((state) => stateForPerson(state))).size).toBe(itemStates.length)
    expect(new Set(itemStates.map(stateForConsole)).size).toBe(itemStates.length)
    expect(new Set(itemStates.map((state) => stateIcons[state])).size).toBe(itemStates.length)
  })

  it('count the days until a connection ends', () => {
    const words = (iso: string | null) =>
      stateForPerson('disconnecting_soon', { endsAt: iso === null ? null : new Date(iso), now })
    expect(words('2026-11-24T09:00:00Z')).toBe('Ends in 5 days')
    expect(words('2026-11-20T09:00:00Z')).toBe('Ends within a day')
    expect(words('2026-11-10T09:00:00Z')).toBe('Ends soon')
    expect(words(null)).toBe('Ends soon')
  })
})
