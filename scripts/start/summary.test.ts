import { describe, expect, it } from 'vitest'
import { summary } from './summary.ts'

const facts = { appUrl: 'http://localhost:3000', sandboxPort: 3100 }

describe('what is said at the end of a start', () => {
  it('names the example people where there are any', () => {
    const said = summary({ ...facts, hasExamples: true, isMailKeyless: true, isPlaidKeyless: true }, 3)
    expect(said).toContain('marguerite@example.org')
    expect(said).toContain('/mailbox')
  })

  it('with a key for mail alone names nobody to write to, and no mailbox', () => {
    const said = summary({ ...facts, hasExamples: false, isMailKeyless: false, isPlaidKeyless: true }, 3)
    expect(said).not.toMatch(/example\.(org|com)|mailbox/)
    expect(said).toContain('Sign in with an address of yours')
  })

  it('with Plaid’s keys says where its webhooks go', () => {
    const said = summary({ ...facts, hasExamples: false, isMailKeyless: true, isPlaidKeyless: false }, 3)
    expect(said).toContain('http://localhost:3000/api/plaid/webhook')
  })
})
