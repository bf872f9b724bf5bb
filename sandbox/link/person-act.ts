import { z } from 'zod'

/** What the dialog may send: the name comes from the path, the rest from the body. */
export const personActSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('institution'), institutionId: z.string(), query: z.string().default('') }),
  z.object({ name: z.literal('credentials'), username: z.string(), password: z.string() }),
  z.object({ name: z.literal('code'), code: z.string() }),
  z.object({ name: z.literal('accounts'), accountIds: z.array(z.string()) }),
  /** `opened`: whether the browser let the dialog open a window for the bank. */
  z.object({ name: z.literal('oauth'), opened: z.boolean() }),
  z.object({ name: z.literal('watch'), closed: z.boolean() }),
  z.object({ name: z.enum(['resume', 'back', 'again', 'finish']) }),
  z.object({ name: z.literal('exit') }),
])

export const startSchema = z.object({
  token: z.string(),
  receivedRedirectUri: z.string().nullable().default(null),
  /** How Link was configured before link tokens; the token is a public one then. */
  publicKey: z.string().nullable().default(null),
  clientName: z.string().default('This Application'),
  language: z.string().default('en'),
  oauthRedirectUri: z.string().nullable().default(null),
})

export type PersonAct = z.infer<typeof personActSchema>
export type Start = z.infer<typeof startSchema>
