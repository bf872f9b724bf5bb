import { describe, expect, it } from 'vitest'
import { terminalLine } from './app-log.ts'

describe('what of the app’s log shows on the terminal', () => {
  it.each([
    ['a warning', { level: 40, msg: 'Resend is slow' }, 'app warning: Resend is slow'],
    [
      'an error with its cause',
      { level: 50, msg: 'mail failed', err: { message: 'refused' } },
      'app error: mail failed: refused',
    ],
    [
      'an error that says the same twice',
      { level: 50, msg: 'refused', err: { message: 'refused' } },
      'app error: refused',
    ],
  ])('%s', (_what, entry, expected) => {
    expect(terminalLine(JSON.stringify(entry), 'stdout')).toBe(expected)
  })

  it('no ordinary entry', () => {
    expect(terminalLine(JSON.stringify({ level: 30, msg: 'webhook applied' }), 'stdout')).toBeUndefined()
  })

  it('what Next complains about, but not what it chats about', () => {
    expect(terminalLine('Error: no such route', 'stderr')).toBe('app: Error: no such route')
    expect(terminalLine('✓ Ready in 40ms', 'stdout')).toBeUndefined()
    expect(terminalLine('{ half an object', 'stderr')).toBe('app: { half an object')
  })
})
