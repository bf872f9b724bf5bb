import { z } from 'zod'

const mostLength = 200
const firstYear = 1970
const lastYear = 9999

/**
 * A name or a code of Plaid's as it can be stored and shown: PostgreSQL takes no NUL in text and no half of a
 * character in JSON, an index no endless value, and nobody needs thousands of characters.
 */
export const plaidName = z.string().transform((text) => text.replaceAll('\0', '').slice(0, mostLength).toWellFormed())

/** An instant of Plaid's. One of a year that PostgreSQL would not read from Prisma is none. */
export const plaidInstant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at.getUTCFullYear() >= firstYear && at.getUTCFullYear() <= lastYear)
