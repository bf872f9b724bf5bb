import type { SendNowResult } from '#lib/features/admin/send-now.ts'

export type SendMailResult = SendNowResult | { outcome: 'not_sent'; reason: 'plaid_away' }

/** What became of "Send mail", and why where nothing was sent. */
export function sendMailWords(result: SendMailResult): { title: string; more: string } {
  if (result.outcome === 'queued') {
    return { title: 'Mail queued', more: 'It goes out within seconds, if the Item still needs its person then.' }
  }
  return { title: 'Not sent', more: reasons[result.reason] }
}

const reasons: Record<Extract<SendMailResult, { outcome: 'not_sent' }>['reason'], string> = {
  healthy: 'The Item is healthy, so there is nothing to tell.',
  removed: 'The Item was removed.',
  stopped: 'An admin has stopped all messages about this incident.',
  on_its_way: 'A message about this Item is on its way already.',
  unsubscribed: 'The person wants no messages from us.',
  bounced: 'Mail to this address came back for good.',
  complained: 'The person marked our mail as spam.',
  plaid_away: 'Plaid did not answer, and nobody is written to without its word.',
  unknown_item: 'There is no such Item any more.',
}
