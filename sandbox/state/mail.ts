import { z } from 'zod'

export const mailSchema = z.object({
  id: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  replyTo: z.array(z.string()),
  subject: z.string(),
  html: z.string().nullable(),
  text: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  tags: z.array(z.object({ name: z.string(), value: z.string() })),
  idempotencyKey: z.string().nullable(),
  at: z.iso.datetime(),
})

/** What a key was first used for, so that a repeat answers the same and another body is refused. */
export const idempotencySchema = z.object({
  bodyHash: z.string(),
  mailId: z.string(),
  expiresAt: z.iso.datetime(),
})

export type Mail = z.infer<typeof mailSchema>
