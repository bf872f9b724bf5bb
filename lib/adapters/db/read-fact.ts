import { z } from 'zod'
import { foundBys, type HistoryFact, wishedBys } from '#lib/domain/history.ts'
import { itemStates } from '#lib/domain/item-state.ts'
import { updatePaths } from '#lib/domain/update-path.ts'

const text = z.string()
const state = z.enum(itemStates)
const notice = { noticeId: text, noticeKind: text }

const factSchema: z.ZodType<HistoryFact> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connected'), accounts: z.number() }),
  z.object({ kind: z.literal('webhook_received'), webhookType: text, webhookCode: text, deliveryId: text }),
  z.object({ kind: z.literal('webhook_ignored'), webhookType: text, webhookCode: text, reason: text }),
  z.object({ kind: z.literal('account_revoked'), plaidAccountId: text }),
  z.object({ kind: z.literal('new_accounts_available') }),
  z.object({ kind: z.literal('checked'), found: text, requestId: text.nullable() }),
  z.object({
    kind: z.literal('state_changed'),
    from: state,
    to: state,
    errorCode: text.nullable(),
    by: z.enum(foundBys).nullable().catch(null),
  }),
  z.object({ kind: z.literal('incident_opened') }),
  z.object({ kind: z.literal('incident_reopened') }),
  z.object({ kind: z.literal('incident_closed'), reason: text }),
  z.object({ kind: z.literal('notice_sent'), ...notice, subject: text, askedBy: text }),
  z.object({ kind: z.literal('notice_dropped'), ...notice, reason: text }),
  z.object({ kind: z.literal('notice_failed'), ...notice, reason: text }),
  z.object({ kind: z.literal('mail_delivered'), attemptId: text }),
  z.object({ kind: z.literal('mail_bounced'), attemptId: text, reason: text }),
  z.object({ kind: z.literal('mail_complained'), attemptId: text }),
  z.object({ kind: z.literal('handed_over'), reason: text }),
  z.object({ kind: z.literal('fresh_link_asked') }),
  z.object({ kind: z.literal('quiet_asked'), until: text }),
  z.object({
    kind: z.literal('help_asked'),
    tries: z.number(),
    linkSessionIds: z.array(text),
    requestIds: z.array(text),
  }),
  z.object({ kind: z.literal('mail_asked_for'), adminEmail: text, reason: text.nullable().catch(null) }),
  z.object({ kind: z.literal('notices_held'), adminEmail: text, reason: text }),
  z.object({ kind: z.literal('notices_released'), adminEmail: text, reason: text }),
  z.object({ kind: z.literal('notices_stopped'), adminEmail: text, reason: text }),
  z.object({
    kind: z.literal('update_mode_started'),
    requestId: text.nullable(),
    path: z.enum(updatePaths).optional(),
  }),
  z.object({
    kind: z.literal('link_exited'),
    errorCode: text.nullable(),
    status: text.nullable(),
    linkSessionId: text.nullable(),
  }),
  z.object({ kind: z.literal('link_succeeded'), linkSessionId: text.nullable() }),
  z.object({ kind: z.literal('repair_proved'), accounts: z.number(), missing: z.number() }),
  z.object({ kind: z.literal('repair_not_proved'), found: text }),
  z.object({ kind: z.literal('outage_noted'), errorCode: text }),
  z.object({ kind: z.literal('operator_alerted'), errorCode: text }),
  z.object({ kind: z.literal('webhook_pointed'), requestId: text.nullable() }),
  z.object({ kind: z.literal('unsubscribed'), by: z.enum(wishedBys) }),
  z.object({ kind: z.literal('subscribed'), by: z.enum(wishedBys) }),
])

/** A stored history entry as the fact it was written from; null for one that this version does not know. */
export function readFact(entry: { kind: string; detail: unknown }): HistoryFact | null {
  const detail = z.record(z.string(), z.unknown()).safeParse(entry.detail).data ?? {}
  return factSchema.safeParse({ ...detail, kind: entry.kind }).data ?? null
}
