import { z } from 'zod'

/** What the dialog may send: the name comes from the path, the rest from the body. */
export const personActSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('institution'), institutionId: z.string(), query: z.string().default('') }),
  z.object({ name: z.literal('credentials'), username: z.string(), password: z.string() }),
  z.object({ name: z.literal('code'), code: z.string() }),
  z.object({ name: z.literal('accounts'), accountIds: z.array(z.string()) }),
  z.object({ name: z.literal('watch'), closed: z.boolean() }),
  z.object({ name: z.enum(['oauth', 'resume', 'back', 'again', 'finish', 'exit']) }),
])

export const startSchema = z.object({ token: z.string(), receivedRedirectUri: z.string().nullable().default(null) })

export type PersonAct = z.infer<typeof personActSchema>
export type Start = z.infer<typeof startSchema>
