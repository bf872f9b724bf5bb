import { z } from 'zod'
import type { AttemptEvent } from '#lib/domain/attempt.ts'
import { jsonOf } from '#lib/domain/json-of.ts'

/** What Resend tells about one mail. */
export type MailEvent = {
  /** Resend's own name for it, such as `email.bounced`. */
  type: string
  /** What it means for an attempt; null for what changes nothing, such as an opened mail. */
  means: AttemptEvent | null
  /** Why, in the provider's word of a kind, without an address: `Permanent: General`. */
  reason: string | null
  /** Why, in the provider's sentence; it may hold the address. */
  words: string | null
  providerId: string | null
  attemptId: string | null
  to: string[]
}

const word = z.string().max(200)
const because = z.object({ type: word.catch(''), subType: word.catch(''), message: z.string().nullish().catch(null) })

// resend.com/docs/webhooks/event-types; tags came as a list before they came as a record.
const tags = z.union([
  z.record(z.string(), z.string()),
  z
    .array(z.object({ name: z.string(), value: z.string() }))
    .transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
])

const schema = z.object({
  type: word,
  data: z.object({
    email_id: word.nullish().catch(null),
    to: z.array(z.string()).catch([]),
    tags: tags.nullish().catch(null),
    bounce: because.nullish().catch(null),
    suppressed: because.nullish().catch(null),
    failed: z.object({ reason: z.string() }).nullish().catch(null),
  }),
})

/** Reads the body of a verified webhook; null when it is none that we can read. */
export function readMailEvent(rawBody: Uint8Array): MailEvent | null {
  const parsed = schema.safeParse(jsonOf(rawBody))
  if (!parsed.success) return null
  const { type, data } = parsed.data
  return {
    type,
    means: meaningOf(type, data.bounce?.type ?? null),
    ...causeOf(data),
    providerId: data.email_id ?? null,
    attemptId: data.tags?.attempt_id ?? null,
    to: data.to,
  }
}

/** Why the mail did not arrive: in a word of the provider's, and in its sentence. */
function causeOf({ bounce, suppressed, failed }: z.infer<typeof schema>['data']): Pick<MailEvent, 'reason' | 'words'> {
  if (failed) return { reason: failed.reason, words: failed.reason }
  const cause = bounce ?? suppressed
  if (!cause) return { reason: null, words: null }
  return { reason: [cause.type, cause.subType].filter((part) => part !== '').join(': '), words: cause.message ?? null }
}

function meaningOf(type: string, bounceType: string | null): AttemptEvent | null {
  switch (type) {
    case 'email.sent':
      return { type: 'sent' }
    case 'email.delivered':
      return { type: 'delivered' }
    case 'email.bounced':
      // `Transient` and `Undetermined` say that the address may be good (resend.com/docs/dashboard/emails/email-bounces).
      return { type: 'bounced', isFinal: bounceType === null || bounceType === 'Permanent' }
    case 'email.suppressed':
      // Resend did not even try, because the address bounced or complained before.
      return { type: 'bounced', isFinal: true }
    case 'email.complained':
      return { type: 'complained' }
    case 'email.failed':
      return { type: 'failed' }
    default:
      return null
  }
}
