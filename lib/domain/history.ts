import type { ItemState } from './item-state.ts'
import type { UpdatePath } from './update-path.ts'

/** What made us find something out: a webhook, a host product's report, our own sweep, a send, a person's click. */
export const foundBys = ['webhook', 'api', 'sweep', 'notice', 'person'] as const
export type FoundBy = (typeof foundBys)[number]

/** Where a person said whether they want e-mail: on a page of ours, or with their mail program's own button (RFC 8058). */
export const wishedBys = ['page', 'one_click'] as const
export type WishedBy = (typeof wishedBys)[number]

/** What a webhook tells about accounts; it changes nothing about the Item's health. */
export type AccountNote = { kind: 'account_revoked'; plaidAccountId: string } | { kind: 'new_accounts_available' }

/** What became of telling the person, by us, by an admin, by the mail provider, and by the person's own wish. */
export type TellingFact =
  | { kind: 'notice_sent'; noticeId: string; noticeKind: string; subject: string; askedBy: string }
  | { kind: 'notice_dropped'; noticeId: string; noticeKind: string; reason: string }
  | { kind: 'notice_failed'; noticeId: string; noticeKind: string; reason: string }
  | { kind: 'mail_delivered'; attemptId: string }
  | { kind: 'mail_bounced'; attemptId: string; reason: string }
  | { kind: 'mail_complained'; attemptId: string }
  /** Nobody will be written to any more about this incident by itself. */
  | { kind: 'handed_over'; reason: string }
  | { kind: 'fresh_link_asked' }
  /** The person wants to hear nothing about it until then; `until` is an ISO instant. */
  | { kind: 'quiet_asked'; until: string }
  /** The person asked support for help; `tries` is how many sign-ins the bank had refused. */
  | { kind: 'help_asked'; tries: number; linkSessionIds: string[]; requestIds: string[] }
  | { kind: 'mail_asked_for'; adminEmail: string; reason: string | null }
  | { kind: 'notices_held'; adminEmail: string; reason: string }
  | { kind: 'notices_released'; adminEmail: string; reason: string }
  | { kind: 'notices_stopped'; adminEmail: string; reason: string }
  | { kind: 'unsubscribed'; by: WishedBy }
  | { kind: 'subscribed'; by: WishedBy }

/** What can stand in an Item's history, with the facts that each kind carries. No secret, no address but an admin's. */
export type HistoryFact =
  | { kind: 'connected'; accounts: number }
  | { kind: 'webhook_received'; webhookType: string; webhookCode: string; deliveryId: string }
  | { kind: 'webhook_ignored'; webhookType: string; webhookCode: string; reason: string }
  | AccountNote
  | { kind: 'checked'; found: string; requestId: string | null }
  | { kind: 'state_changed'; from: ItemState; to: ItemState; errorCode: string | null; by: FoundBy | null }
  | { kind: 'incident_opened' }
  | { kind: 'incident_reopened' }
  | { kind: 'incident_closed'; reason: string }
  | TellingFact
  | { kind: 'update_mode_started'; requestId: string | null; path?: UpdatePath }
  | { kind: 'link_exited'; errorCode: string | null; status: string | null; linkSessionId: string | null }
  | { kind: 'link_succeeded'; linkSessionId: string | null }
  | { kind: 'repair_proved'; accounts: number; missing: number }
  | { kind: 'repair_not_proved'; found: string }
  | { kind: 'outage_noted'; errorCode: string }
  | { kind: 'operator_alerted'; errorCode: string }
  | { kind: 'webhook_pointed'; requestId: string | null }

export type HistoryKind = HistoryFact['kind']
