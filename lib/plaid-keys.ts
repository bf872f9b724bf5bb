import { z } from 'zod'
import { commaList } from './env-forms.ts'

// Plaid's own lists, which a test compares with its SDK: the settings are read where that would be much to load.

/** What `/link/token/create` can ask for. Not `balance`: Plaid refuses it there, because every Item has it (plaid-openapi). */
export const plaidProducts = `
  assets auth balance_plus beacon cra_base_report cra_cashflow_insights cra_home_lending cra_income_insights
  cra_lend_score cra_monitoring cra_network_insights cra_partner_insights cra_plaid_credit_score cra_qualify
  credit_details employment identity identity_match identity_verification income income_verification investments
  investments_auth layer liabilities pay_by_bank payment_initiation processor_identity processor_payments profile
  protect_linked_bank protect_transactions recurring_transactions signal standing_orders statements transactions
  transactions_refresh transfer`
  .trim()
  .split(/\s+/)

/** The countries whose banks Plaid connects. */
export const plaidCountries = 'AT BE CA DE DK EE ES FI FR GB IE IT LT LV NL NO PL PT SE US'.split(' ')

const listOf = (words: string[], what: string) =>
  commaList.refine((wanted) => wanted.length > 0 && wanted.every((word) => words.includes(word)), { error: what })

/** The settings of a first connection. */
export const plaidKeys = {
  PLAID_PRODUCTS: listOf(
    plaidProducts,
    'must be Plaid’s product names parted by commas, such as transactions,auth, and not balance, which is always there',
  ).default(['transactions']),
  PLAID_COUNTRY_CODES: listOf(
    plaidCountries,
    `must be codes of countries where Plaid has banks (${plaidCountries.join(', ')}), parted by commas`,
  ).default(['US']),
  PLAID_LANGUAGE: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'must be a language of two letters, such as en' })
    .default('en'),
}
