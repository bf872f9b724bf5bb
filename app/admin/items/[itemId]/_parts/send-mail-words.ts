import type { SendMailResult } from '#lib/features/admin/send-mail.ts'

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
  already_waiting: 'A mail about this Item is already waiting to go out.',
  unknown_item: 'There is no such Item any more.',
}
