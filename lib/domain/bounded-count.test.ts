import { expect, it } from 'vitest'
import { countWords, mostCounted } from './bounded-count.ts'

it.each([
  [0, '0'],
  [1234, '1,234'],
  [mostCounted, '10,000'],
  [mostCounted + 1, '10,000+'],
])('%i is shown as %s', (count, words) => {
  expect(countWords(count)).toBe(words)
})
