import { z } from 'zod'

// What the sandbox's control answers, as far as tests and benches read it.
const Item = z.object({
  itemId: z.string(),
  institutionId: z.string(),
  institutionName: z.string(),
  clientUserId: z.string().nullable(),
  state: z.enum(['healthy', 'broken', 'disconnecting', 'revoked', 'removed']),
  errorCode: z.string().nullable(),
  disconnectsAt: z.string().nullable(),
  webhook: z.string().nullable(),
  accounts: z.array(z.object({ accountId: z.string(), name: z.string(), open: z.boolean(), shared: z.boolean() })),
})
const Attempt = z.object({ status: z.number().nullable(), error: z.string().nullable() })
const Delivery = z.object({
  id: z.string(),
  itemId: z.string().nullable(),
  webhookType: z.string(),
  webhookCode: z.string(),
  body: z.string(),
  attempts: z.array(Attempt),
  nextAttemptAt: z.string().nullable(),
})
const text = z
  .string()
  .nullable()
  .transform((value) => value ?? '')
export const Mail = z.object({
  id: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  html: text,
  text,
  headers: z.record(z.string(), z.string()),
  tags: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  idempotencyKey: z.string().nullable(),
  at: z.string(),
})
export const MailEvent = z.object({
  id: z.string(),
  mailId: z.string(),
  type: z.string(),
  body: z.string(),
  attempts: z.array(Attempt),
})
export const PushSubscription = z.object({
  id: z.string(),
  endpoint: z.string(),
  keys: z.object({ p256dh: z.string(), auth: z.string() }),
})
export const PushMessage = z.object({
  id: z.string(),
  subscriptionId: z.string(),
  ttl: z.number(),
  urgency: z.string().nullable(),
  topic: z.string().nullable(),
  vapid: z.object({ aud: z.string(), sub: z.string(), publicKey: z.string() }),
  text: z.string(),
})
export const Calls = z.object({
  byPath: z.record(z.string(), z.number()),
  byItem: z.record(z.string(), z.record(z.string(), z.number())),
  paths: z.record(
    z.string(),
    z.object({
      calls: z.number(),
      refused: z.number(),
      mostPerMinute: z.number(),
      mostPerItemPerMinute: z.number(),
    }),
  ),
})
export const Chaos = z.object({
  counts: z.object({ sent: z.number(), dropped: z.number(), repeated: z.number() }).nullable(),
  waiting: z.number(),
})
export const State = z.object({ items: z.array(Item), deliveries: z.array(Delivery), mailCount: z.number() })
