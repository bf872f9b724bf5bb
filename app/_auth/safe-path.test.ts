import { describe, expect, it } from 'vitest'
import { safePath } from './safe-path.ts'

describe('a path of ours', () => {
  it.each([
    '/',
    '/dashboard',
    '/admin/items/0190?tab=history#last',
    '/reconnect/abc?next=https://evil.example',
    '/a/../dashboard?q=%09%2F',
  ])('%s is kept, as a browser would read it', (path) => {
    const { pathname, search, hash } = new URL(path, 'http://localhost:3000')
    expect(safePath(path)).toBe(`${pathname}${search}${hash}`)
  })
})

describe('an address that would lead away', () => {
  it.each([
    'https://evil.example/',
    'HTTPS:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    '/..//..//evil.example',
    'javascript:alert(1)',
    'data:text/html,hello',
    'dashboard',
    '@evil.example',
    '?next=/admin',
    '',
  ])('%j counts as the dashboard', (path) => {
    expect(safePath(path)).toBe('/dashboard')
  })

  it('and none at all is the dashboard too', () => {
    expect([safePath(null), safePath(undefined)]).toEqual(['/dashboard', '/dashboard'])
  })
})
