import { expect, it } from 'vitest'
import { readRetryAfterMs } from './retry-after.ts'

const now = new Date('2026-11-22T10:00:00Z')

it.each([
  [null, null],
  ['', null],
  ['soon', null],
  ['0', 0],
  ['7', 7_000],
  ['Sun, 22 Nov 2026 10:01:00 GMT', 60_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['999999999', 86_400_000],
])('“Retry-After: %s” asks for %s ms', (header, waitMs) => {
  expect(readRetryAfterMs(header, now)).toBe(waitMs)
})
