import { z } from 'zod'

/** The ways in which a forged webhook can be wrong. */
export const flawSchema = z.enum([
  'signature',
  'body',
  'algorithm',
  'unknown-key',
  'key-id',
  'expired-key',
  'claims',
  'stale',
  'future',
  'missing',
  'not-jwt',
])

export const attemptSchema = z.object({
  at: z.iso.datetime(),
  /** The HTTP status that came back; null when none did. */
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  ms: z.number(),
})

export const deliverySchema = z.object({
  id: z.string(),
  itemId: z.string().nullable(),
  url: z.string(),
  webhookType: z.string(),
  webhookCode: z.string(),
  /** The exact text that is sent and signed. */
  body: z.string(),
  createdAt: z.iso.datetime(),
  attempts: z.array(attemptSchema),
  nextAttemptAt: z.iso.datetime().nullable(),
  forged: flawSchema.nullable(),
})

export type Flaw = z.infer<typeof flawSchema>
export type Attempt = z.infer<typeof attemptSchema>
export type Delivery = z.infer<typeof deliverySchema>
