import { expect, it } from 'vitest'
import { maskedAddress } from './masked-address.ts'

it.each([
  ['ottilie@example.org', 'o…e@example.org'],
  ['bob@example.org', 'b…b@example.org'],
  ['ab@example.org', 'a…@example.org'],
  ['a@example.org', 'a…@example.org'],
  ['"odd@name"@example.org', '"…"@example.org'],
])('the address %s is shown as %s', (email, shown) => {
  expect(maskedAddress(email)).toBe(shown)
})
