import { expect, it } from 'vitest'
import { jsonOf } from './json-of.ts'

it.each([
  ['{"a":[1,null]}', { a: [1, null] }],
  ['"Bänk"', 'Bänk'],
  ['{"a":', null],
  ['', null],
])('a body %j says %j', (text, said) => {
  expect(jsonOf(new TextEncoder().encode(text))).toEqual(said)
})

it('bytes that are no text say nothing', () => {
  expect(jsonOf(Uint8Array.of(0xff, 0xfe, 0x00))).toBeNull()
})
