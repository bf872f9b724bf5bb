/**
 * What the page says to a person whose Link session ended without success; each has its own words and next step.
 * Between the second and the third refused sign-in the tone changes, because banks lock after three to five
 * (plaid.com support, "INVALID_CREDENTIALS").
 */
export const advices = [
  'left',
  'check_details',
  'three_checks',
  'stop',
  'fresh_code',
  'code_too_late',
  'code_not_sent',
  'wrong_bank',
  'same_username',
  'item_locked',
  'password_reset',
  'user_setup',
  'bank_first',
  'tick_accounts',
  'cannot_return',
  'outage',
  'start_again',
  'blocked',
  'other',
] as const
export type Advice = (typeof advices)[number]
