import { describe, expect, it } from 'vitest'
import { compareAccounts } from './accounts.ts'

const checking = { plaidAccountId: 'a1', name: 'Everyday Checking', mask: '4021' }
const savings = { plaidAccountId: 'a2', name: 'Rainy Day Savings', mask: '8830' }

describe('accounts after a repair', () => {
  it('are back when the same ones are shared, even under new ids', () => {
    const renamed = [{ ...checking, plaidAccountId: 'b1' }, savings]
    expect(compareAccounts([checking, savings], renamed).map(({ status }) => status)).toEqual(['back', 'back'])
  })

  it('are missing when they are no longer shared, and new when they were not before', () => {
    const card = { plaidAccountId: 'a3', name: 'Travel Card', mask: null }
    expect(compareAccounts([checking, savings], [checking, card])).toEqual([
      { name: 'Everyday Checking', mask: '4021', status: 'back' },
      { name: 'Rainy Day Savings', mask: '8830', status: 'missing' },
      { name: 'Travel Card', mask: null, status: 'new' },
    ])
  })
})
