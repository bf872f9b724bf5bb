import { describe, expect, it } from 'vitest'
import { type LinkEvent, type LinkStep, signOf, stepOf } from './link-steps.ts'

const at = new Date('2026-11-25T12:00:00Z')
const event = (name: string, more: Partial<LinkEvent> = {}): LinkEvent => ({
  name,
  at,
  errorCode: null,
  exitStatus: null,
  viewName: null,
  requestId: null,
  ...more,
})

describe('a Link event', () => {
  it.each([
    ['OPEN', {}, 'opened'],
    ['OPEN_OAUTH', {}, 'went_to_bank'],
    ['SUBMIT_CREDENTIALS', {}, 'credentials_sent'],
    ['TRANSITION_VIEW', { viewName: 'MFA' }, 'mfa_asked'],
    ['SUBMIT_MFA', {}, 'mfa_sent'],
    ['ERROR', { errorCode: 'INVALID_CREDENTIALS' }, 'failed'],
    ['EXIT', { exitStatus: 'requires_credentials' }, 'left'],
    ['HANDOFF', {}, 'succeeded'],
  ] as const)('%s %o is kept as %s', (name, more, kind) => {
    expect(stepOf(event(name, more))).toMatchObject({ kind, at })
  })

  it.each([
    ['TRANSITION_VIEW', { viewName: 'LOADING' }],
    ['ERROR', {}],
    ['SEARCH_INSTITUTION', {}],
    ['AN_EVENT_OF_TOMORROW', {}],
  ] as const)('%s %o is not kept', (name, more) => {
    expect(stepOf(event(name, more))).toBeNull()
  })

  it('keeps the code, the exit status and Plaid’s id', () => {
    const more = { errorCode: 'INVALID_MFA', exitStatus: 'requires_code', requestId: 'abc' }
    expect(stepOf(event('EXIT', more))).toEqual({ kind: 'left', at, ...more })
  })
})

describe('a step that is told twice', () => {
  const step = (kind: LinkStep['kind'], more: Partial<LinkStep> = {}): LinkStep => ({
    kind,
    at,
    errorCode: null,
    exitStatus: null,
    requestId: null,
    ...more,
  })
  const later = new Date(at.getTime() + 1000)

  it('is one step: the browser’s and Plaid’s word on how a session ended differ in their times', () => {
    expect(signOf(step('left', { at: later }))).toBe(signOf(step('left')))
  })

  it('is two steps where it happened twice', () => {
    expect(signOf(step('failed', { errorCode: 'INVALID_MFA', at: later }))).not.toBe(
      signOf(step('failed', { errorCode: 'INVALID_MFA' })),
    )
    expect(signOf(step('failed', { errorCode: 'INVALID_MFA' }))).not.toBe(
      signOf(step('failed', { errorCode: 'INVALID_CREDENTIALS' })),
    )
  })
})
