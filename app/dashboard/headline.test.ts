import { describe, expect, it } from 'vitest'
import { headline } from './headline.ts'

describe('the head of the dashboard', () => {
  it('says first what needs the person, then the rest', () => {
    expect(headline(['login_required', 'disconnecting_soon', 'healthy', 'healthy'])).toEqual({
      title: 'One bank needs you',
      rest: 'One ends soon, and two are working.',
    })
    expect(headline(['login_required', 'consent_needed'])).toEqual({ title: 'Two banks need you', rest: null })
  })

  it('comes to what ends soon when nothing is broken', () => {
    expect(headline(['disconnecting_soon', 'healthy'])).toEqual({
      title: 'One bank ends soon',
      rest: 'One is working.',
    })
  })

  it('is content when all is well', () => {
    expect(headline(['healthy'])).toEqual({ title: 'Your bank is working', rest: null })
    expect(headline(['healthy', 'healthy'])).toEqual({ title: 'All your banks are working', rest: null })
  })

  it('raises no alarm over what the person ended', () => {
    expect(headline(['healthy', 'access_revoked', 'unsupported'])).toEqual({
      title: 'Your banks',
      rest: 'One is working, and two are no longer shared.',
    })
    expect(headline([])).toEqual({ title: 'Your banks', rest: null })
  })
})
