import { z } from 'zod'
import { accountSchema } from './item.ts'
import { linkEventSchema } from './link-event.ts'
import { plaidErrorSchema } from './plaid-error.ts'
import { countryCodeSchema, productSchema } from './plaid-words.ts'

export const linkTokenSchema = z.object({
  linkToken: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** The Item to repair; null starts a first link. */
  itemId: z.string().nullable(),
  clientName: z.string(),
  clientUserId: z.string().nullable(),
  language: z.string(),
  countryCodes: z.array(countryCodeSchema),
  products: z.array(productSchema),
  redirectUri: z.string().nullable(),
  webhook: z.string().nullable(),
  accountSelectionEnabled: z.boolean(),
  /** The page of ours that shows Link with this token; null where the app shows it. */
  hosted: z.object({ id: z.string(), completionRedirectUri: z.string().nullable() }).nullable().default(null),
  /** Wrong logins so far; at `maxFailedLogins` the token dies. */
  failedLogins: z.number().int(),
  dead: z.boolean(),
})

/** Where a session stands; each act moves it on, the dialog draws it. */
const linkStepSchema = z.enum([
  'institution',
  'credentials',
  'code',
  'oauth',
  'accounts',
  'ready',
  'finished',
  'exited',
])

export const linkSessionSchema = z.object({
  linkSessionId: z.string(),
  linkToken: z.string(),
  startedAt: z.iso.datetime(),
  step: linkStepSchema,
  institutionId: z.string().nullable(),
  username: z.string().nullable(),
  /** What the bank offers once it let the person in; Item accounts in update mode. */
  accounts: z.array(accountSchema),
  lastError: plaidErrorSchema.nullable(),
  oauthStateId: z.string().nullable(),
  oauthOutcome: z.enum(['granted', 'refused', 'timed_out']).nullable(),
  /** What the person ticked on the bank's own page; null where the bank did not ask. */
  bankAccountIds: z.array(z.string()).nullable().default(null),
  exitStatus: z.string().nullable(),
  publicToken: z.string().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** Oldest first. */
  events: z.array(linkEventSchema).default([]),
})

export const publicTokenSchema = z.object({
  publicToken: z.string(),
  itemId: z.string(),
  expiresAt: z.iso.datetime(),
  /** Also when Link was opened with it: it serves once. */
  exchanged: z.boolean(),
})

export type LinkToken = z.infer<typeof linkTokenSchema>
export type LinkSession = z.infer<typeof linkSessionSchema>
export type OAuthOutcome = NonNullable<LinkSession['oauthOutcome']>
