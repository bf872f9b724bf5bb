import { z } from 'zod'
import { deliverySchema } from './delivery.ts'
import { itemSchema } from './item.ts'
import { linkSessionSchema, linkTokenSchema, publicTokenSchema } from './link.ts'
import { idempotencySchema, mailEventSchema, mailSchema } from './mail.ts'
import { pushMessageSchema, pushSubscriptionSchema } from './push.ts'
import { signingKeySchema } from './signing-key.ts'

/** Everything that outlives a restart, keyed by the id that the outside world would use. What has a default came later. */
export const stateSchema = z.object({
  items: z.record(z.string(), itemSchema),
  publicTokens: z.record(z.string(), publicTokenSchema),
  linkTokens: z.record(z.string(), linkTokenSchema),
  linkSessions: z.record(z.string(), linkSessionSchema),
  downInstitutionIds: z.array(z.string()),
  signingKeys: z.array(signingKeySchema),
  /** Oldest first. */
  deliveries: z.array(deliverySchema),
  /** Oldest first. */
  mails: z.array(mailSchema),
  /** Oldest first; an older snapshot has none. */
  mailEvents: z.array(mailEventSchema).default([]),
  idempotencyKeys: z.record(z.string(), idempotencySchema),
  pushSubscriptions: z.record(z.string(), pushSubscriptionSchema).default({}),
  /** Oldest first. */
  pushMessages: z.array(pushMessageSchema).default([]),
})

export type SandboxState = z.infer<typeof stateSchema>

export function emptyState(): SandboxState {
  return {
    items: {},
    publicTokens: {},
    linkTokens: {},
    linkSessions: {},
    downInstitutionIds: [],
    signingKeys: [],
    deliveries: [],
    mails: [],
    mailEvents: [],
    idempotencyKeys: {},
    pushSubscriptions: {},
    pushMessages: [],
  }
}
