import type { CountryCode, Products } from 'plaid'
import { z } from 'zod'

/** The products that the sandbox can name; it has data behind none but the accounts. */
export const productSchema = z.enum([
  'assets',
  'auth',
  'balance',
  'employment',
  'identity',
  'income_verification',
  'investments',
  'investments_auth',
  'liabilities',
  'payment_initiation',
  'recurring_transactions',
  'signal',
  'statements',
  'transactions',
  'transfer',
] as const satisfies readonly `${Products}`[])

export const countryCodeSchema = z.enum([
  'US',
  'GB',
  'ES',
  'NL',
  'FR',
  'IE',
  'CA',
  'DE',
  'IT',
  'PL',
  'DK',
  'NO',
  'SE',
  'EE',
  'LT',
  'LV',
  'PT',
  'BE',
  'AT',
  'FI',
] as const satisfies readonly `${CountryCode}`[])

export type Product = z.infer<typeof productSchema>
