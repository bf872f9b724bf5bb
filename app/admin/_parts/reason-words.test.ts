import { expect, it } from 'vitest'
import { reasonWords, shortWaitWords, waitWords } from './reason-words.ts'

it('puts known reasons into words and leaves a provider’s own as they are', () => {
  expect(reasonWords('schedule_ended')).toBe('every reminder has gone out, and the person has not come back')
  expect(reasonWords('550: No such user here')).toBe('550: No such user here')
})

it('names the state that a notice made room for', () => {
  expect(reasonWords('became_access_revoked')).toBe('the state became “Access withdrawn”')
})

it.each([
  ['quiet_hours', true, 'the end of quiet hours where the person lives'],
  [null, false, 'its day'],
  [null, true, 'its turn, within seconds'],
])('says what a step waits for: %s, due %s', (waitsFor, isDue, words) => {
  expect(waitWords(waitsFor, isDue)).toBe(words)
})

it('keeps silent in a list about what only waits for its day', () => {
  expect(shortWaitWords('schedule')).toBeNull()
  expect(shortWaitWords('outage')).toBe('outage at the bank')
})
