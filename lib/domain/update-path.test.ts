import { expect, it } from 'vitest'
import { updatePathFor } from './update-path.ts'

it.each([
  ['link', 'link_token', false, 'embedded'],
  ['link', 'public_token', false, 'public_token'],
  ['hosted', 'link_token', false, 'hosted'],
  ['hosted', 'public_token', false, 'hosted'],
  // Who cannot load Link’s script is helped by Plaid’s own page, whatever the installation prefers.
  ['link', 'link_token', true, 'hosted'],
  ['link', 'public_token', true, 'hosted'],
] as const)(
  'RECONNECT_MODE=%s with UPDATE_TOKEN=%s, hosted wished for: %s, leads to %s',
  (mode, token, wants, path) => {
    expect(updatePathFor({ reconnectMode: mode, updateToken: token }, wants)).toBe(path)
  },
)
