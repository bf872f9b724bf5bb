import { z } from 'zod'
import { attemptSchema } from './delivery.ts'

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

/** What becomes of a mail once Resend has taken it. */
export const mailOutcomeSchema = z.enum([
  'delivered',
  'bounced',
  'bounced_for_now',
  'complained',
  'delayed',
  'failed',
  'suppressed',
])
export type MailOutcome = z.infer<typeof mailOutcomeSchema>

/** Something that Resend tells about a mail, with each try to tell it. */
export const mailEventSchema = z.object({
  id: z.string(),
  mailId: z.string(),
  type: z.string(),
  at: z.iso.datetime(),
  /** The exact text that is sent and signed. */
  body: z.string(),
  attempts: z.array(attemptSchema),
})

export type MailEvent = z.infer<typeof mailEventSchema>
export type Mail = z.infer<typeof mailSchema>
