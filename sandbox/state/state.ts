import { z } from 'zod'
import { deliverySchema } from './delivery.ts'
import { itemSchema } from './item.ts'
import { linkSessionSchema, linkTokenSchema, publicTokenSchema } from './link.ts'
import { idempotencySchema, mailSchema } from './mail.ts'
import { signingKeySchema } from './signing-key.ts'

/** Everything that outlives a restart. Keyed by the id that Plaid or Resend would use. */
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
  idempotencyKeys: z.record(z.string(), idempotencySchema),
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
    idempotencyKeys: {},
  }
}
