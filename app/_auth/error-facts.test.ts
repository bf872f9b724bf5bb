import { describe, expect, it } from 'vitest'
import { errorFacts } from './error-facts.ts'

describe('the log of signing in', () => {
  it('names what the mail provider refused, and nobody’s address', () => {
    const fault = Object.assign(new Error('550 no mailbox ottilie@example.org'), {
      name: 'MailFault',
      code: 'smtp_550',
    })
    const error = new Error('the sign-in mail was not sent', { cause: fault })
    expect(errorFacts(error)).toEqual({ name: 'Error', cause: 'MailFault', code: 'smtp_550' })
  })

  it('says of any other error what it is called', () => {
    expect(errorFacts(new RangeError('ottilie@example.org'))).toEqual({ name: 'RangeError', cause: null, code: null })
  })
})
