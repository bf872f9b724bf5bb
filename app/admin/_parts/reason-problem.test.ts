import { expect, it } from 'vitest'
import { reasonProblem } from './reason-problem.ts'

it.each([
  ['', 'Say why in at least 3 characters.'],
  ['  ok ', 'Say why in at least 3 characters.'],
  ['She called in.', null],
  ['x'.repeat(300), null],
  ['x'.repeat(301), 'Shorten it by 1 character.'],
  ['x'.repeat(345), 'Shorten it by 45 characters.'],
])('tells what to do about the reason “%s”', (reason, problem) => {
  expect(reasonProblem(reason)).toBe(problem)
})
