import { createHmac, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'

const userId = '019aa5b2-7c1e-7d3f-8a4b-0123456789ab'
const key = (id: string) => ({ id, bytes: randomBytes(32) })
const [older, newer] = [key('k1'), key('k2')]
const keysAs = (...keys: { id: string; bytes: Buffer }[]) =>
  keys.map(({ id, bytes }) => `${id}:${bytes.toString('base64')}`).join(',')

/** The settings are read once a process, so each set of keys gets the modules anew. */
async function vaultWith(...keys: { id: string; bytes: Buffer }[]) {
  vi.stubEnv('TOKEN_KEYS', keysAs(...keys))
  vi.resetModules()
  return import('./preferences-token.ts')
}

afterEach(() => vi.unstubAllEnvs())

describe('a preferences token', () => {
  it('names its person, today and in years, and needs no escaping', async () => {
    const { preferencesToken, readPreferencesToken } = await vaultWith(older)
    const token = preferencesToken(userId)
    expect(token).toMatch(/^[\w-]{64}$/)
    expect(readPreferencesToken(token)).toBe(userId)
    expect(preferencesToken(userId)).toBe(token)
  })

  it('opens when a new key was put in front, and not when its own is gone', async () => {
    const token = (await vaultWith(older)).preferencesToken(userId)
    const rotated = await vaultWith(newer, older)
    expect(rotated.readPreferencesToken(token)).toBe(userId)
    expect(rotated.preferencesToken(userId)).not.toBe(token)
    expect((await vaultWith(newer)).readPreferencesToken(token)).toBeNull()
  })

  it('is worth nothing with any one character changed, cut off or added', async () => {
    const { preferencesToken, readPreferencesToken } = await vaultWith(older)
    const token = preferencesToken(userId)
    const changed = [...token].map(
      (letter, at) => token.slice(0, at) + (letter === 'A' ? 'B' : 'A') + token.slice(at + 1),
    )
    for (const wrong of [...changed, token.slice(1), token.slice(0, -1), `${token}A`, '', userId]) {
      expect(readPreferencesToken(wrong)).toBeNull()
    }
  })

  it('cannot be made from what the same keys make elsewhere', async () => {
    const { readPreferencesToken } = await vaultWith(older)
    const id = Buffer.from(userId.replaceAll('-', ''), 'hex')
    for (const said of [id, Buffer.from(userId), Buffer.from(`reconnect-link:${userId}`)]) {
      const proof = createHmac('sha256', older.bytes).update(said).digest()
      expect(readPreferencesToken(Buffer.concat([id, proof]).toString('base64url'))).toBeNull()
    }
  })

  it('is made for people only', async () => {
    const { preferencesToken } = await vaultWith(older)
    expect(() => preferencesToken('somebody')).toThrow(TypeError)
  })
})
