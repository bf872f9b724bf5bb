import { describe, expect, it } from 'vitest'
import { hashToken, mintToken, tokenOfSeed } from './link-token.ts'
import { open, seal, VaultError } from './sealed.ts'

describe('a sealed access token', () => {
  it('opens for its own Item and carries the key’s id, not the token', () => {
    const sealed = seal('access-sandbox-1', 'item-1')
    expect(open(sealed, 'item-1')).toBe('access-sandbox-1')
    expect(sealed).not.toContain('access-sandbox-1')
  })

  it('is different each time it is sealed', () => {
    expect(seal('access-sandbox-1', 'item-1')).not.toBe(seal('access-sandbox-1', 'item-1'))
  })

  it('does not open for another Item', () => {
    expect(() => open(seal('access-sandbox-1', 'item-1'), 'item-2')).toThrow(VaultError)
  })

  it('does not open when a byte of it was changed', () => {
    const [keyId, iv, tag, ciphertext = ''] = seal('access-sandbox-1', 'item-1').split('.')
    const flipped = (ciphertext.startsWith('A') ? 'B' : 'A') + ciphertext.slice(1)
    expect(() => open([keyId, iv, tag, flipped].join('.'), 'item-1')).toThrow(VaultError)
  })

  it('says which key is missing', () => {
    expect(() => open('gone.a.b.c', 'item-1')).toThrow('TOKEN_KEYS has no key "gone"')
  })
})

describe('a reconnect link’s token', () => {
  it('has 256 bits, follows from its seed, and is found by its hash', () => {
    const { token, seed, tokenHash } = mintToken()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(tokenOfSeed(seed)).toBe(token)
    expect(hashToken(token)).toBe(tokenHash)
    expect(seed).not.toContain(token)
  })
})
