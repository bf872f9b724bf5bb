import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AttemptEvent, type AttemptState, afterEvent, suppressedBy } from './attempt.ts'

const sent: AttemptEvent = { type: 'sent' }
const failed: AttemptEvent = { type: 'failed' }
const delivered: AttemptEvent = { type: 'delivered' }
const bounced: AttemptEvent = { type: 'bounced', isFinal: true }
const delayed: AttemptEvent = { type: 'bounced', isFinal: false }
const complained: AttemptEvent = { type: 'complained' }
const events = [sent, failed, delivered, bounced, delayed, complained]

describe('an attempt', () => {
  it.each<[AttemptState, AttemptEvent[], AttemptState]>([
    ['sent', [delivered], 'delivered'],
    ['sent', [delivered, delivered], 'delivered'],
    ['delivered', [sent], 'delivered'],
    ['sent', [bounced], 'bounced'],
    ['sent', [delayed], 'sent'],
    ['sent', [delayed, delivered], 'delivered'],
    ['delivered', [bounced], 'bounced'],
    ['bounced', [delivered], 'bounced'],
    ['delivered', [complained], 'complained'],
    ['complained', [delivered, bounced, sent], 'complained'],
    ['sent', [failed], 'failed'],
    ['failed', [sent], 'failed'],
    ['failed', [delivered], 'delivered'],
    ['pending', [sent], 'sent'],
    ['pending', [delivered, sent], 'delivered'],
    ['dropped', [sent], 'sent'],
    ['dropped', [delayed], 'dropped'],
  ])('that is %s stays or becomes, after %j, %s', (state, words, expected) => {
    expect(words.reduce(afterEvent, state)).toBe(expected)
  })

  it('ends in the same state whatever the order of the provider’s words, and however often they come', () => {
    const words = fc.array(fc.constantFrom(...events), { maxLength: 8 })
    const withShuffle = words.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    )
    const states = fc.constantFrom<AttemptState>('pending', 'sent', 'failed', 'dropped')
    fc.assert(
      fc.property(states, withShuffle, (state, [all, shuffled]) => {
        return all.reduce(afterEvent, state) === shuffled.reduce(afterEvent, state)
      }),
      { numRuns: 3_000 },
    )
  })

  it.each([
    [sent, null],
    [failed, null],
    [delivered, null],
    [delayed, null],
    [bounced, 'bounced'],
    [complained, 'complained'],
  ] as const)('whose provider says %j suppresses its address: %s', (event, expected) => {
    expect(suppressedBy(event)).toBe(expected)
  })
})
