import { z } from 'zod'

export const signingKeySchema = z.object({
  kid: z.uuid(),
  privateJwk: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), d: z.string() }),
  /** Unix seconds, as Plaid gives them. */
  createdAt: z.number().int(),
  expiredAt: z.number().int().nullable(),
})

export type SigningKey = z.infer<typeof signingKeySchema>
