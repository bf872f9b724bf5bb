import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'

/** Whether an error means that Plaid did not do what was asked: away, overloaded, or refusing. */
export function isPlaidFault(error: unknown): error is PlaidFault {
  return error instanceof PlaidFault
}
