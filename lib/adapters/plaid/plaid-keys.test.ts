import { CountryCode, Products } from 'plaid'
import { describe, expect, it } from 'vitest'
import { plaidCountries, plaidProducts } from '#lib/plaid-keys.ts'

describe('what the settings take', () => {
  it('are Plaid’s products, save the one that cannot be asked for', () => {
    expect([...plaidProducts, 'balance'].toSorted()).toEqual(Object.values<string>(Products).toSorted())
  })

  it('are Plaid’s countries', () => {
    expect(plaidCountries.toSorted()).toEqual(Object.values<string>(CountryCode).toSorted())
  })
})
