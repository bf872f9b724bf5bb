import type { HistoryKind } from '#lib/domain/history.ts'

/** What happened, in two or three words; the details stand in the Item's timeline. */
export const stepWords: Record<HistoryKind, string> = {
  connected: 'Connected',
  webhook_received: 'Webhook',
  webhook_ignored: 'Webhook, ignored',
  account_revoked: 'Account withdrawn',
  new_accounts_available: 'New accounts found',
  checked: 'Check',
  state_changed: 'State changed',
  incident_opened: 'Incident opened',
  incident_reopened: 'Incident reopened',
  incident_closed: 'Incident closed',
  notice_sent: 'Mail sent',
  notice_dropped: 'Mail dropped',
  notice_failed: 'Mail failed',
  mail_asked_for: 'Mail asked for',
  update_mode_started: 'Opened Link',
  link_exited: 'Left Link',
  repair_proved: 'Repair proved',
  repair_not_proved: 'Repair not proved',
  outage_noted: 'Outage noted',
  operator_alerted: 'Operator alerted',
  webhook_pointed: 'Webhook address set',
  unsubscribed: 'E-mail switched off',
  subscribed: 'E-mail switched on',
}
