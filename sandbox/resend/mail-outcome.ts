import type { Sandbox } from '../sandbox.ts'
import { type Mail, type MailOutcome, mailOutcomeSchema } from '../state/mail.ts'

type NewEvent = { type: string; cause?: Record<string, unknown> }

const sent: NewEvent = { type: 'email.sent' }
const delivered: NewEvent = { type: 'email.delivered' }

function bounced(type: string, subType: string, message: string): NewEvent {
  return { type: 'email.bounced', cause: { bounce: { type, subType, message } } }
}

/** The events of each outcome, in the order in which they happen (resend.com/docs/webhooks/event-types). */
export const eventsOf: Record<MailOutcome, NewEvent[]> = {
  delivered: [sent, delivered],
  bounced: [sent, bounced('Permanent', 'NoEmail', 'The recipient’s mail server says that there is no such address.')],
  bounced_for_now: [sent, bounced('Transient', 'MailboxFull', 'The recipient’s mailbox is full.')],
  complained: [sent, delivered, { type: 'email.complained' }],
  delayed: [sent, { type: 'email.delivery_delayed' }, delivered],
  failed: [{ type: 'email.failed', cause: { failed: { reason: 'reached_daily_quota' } } }],
  suppressed: [
    {
      type: 'email.suppressed',
      cause: { suppressed: { type: 'OnAccountSuppressionList', message: 'The address bounced or complained before.' } },
    },
  ],
}

// resend.com/docs/dashboard/emails/send-test-emails; a label may follow a plus sign.
const testAddress = /\b(delivered|bounced|complained|suppressed)(?:\+[^@]*)?@resend\.dev\b/i

/** What was asked for by control, else what the address is for. */
export function takeOutcome(sandbox: Sandbox, mail: Mail): MailOutcome {
  const [wish] = sandbox.moods.mailOutcomes
  if (wish) {
    wish.times -= 1
    if (wish.times <= 0) sandbox.moods.mailOutcomes.shift()
    return wish.outcome
  }
  const named = mail.to.map((to) => testAddress.exec(to)?.[1]?.toLowerCase()).find((name) => name !== undefined)
  return mailOutcomeSchema.catch('delivered').parse(named)
}
