import { Webhook } from 'standardwebhooks'
import { complain } from '../complain.ts'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { Mail, MailEvent } from '../state/mail.ts'
import { postJson } from '../webhooks/post-webhook.ts'
import { eventsOf, takeOutcome } from './mail-outcome.ts'

const keptEvents = 1_000
// Resend waits 5 s, 5 min, 30 min and so on (resend.com/docs/webhooks/retries-and-replays); here somebody looks on.
const retryDelaysMs = [500, 2_000, 5_000, 15_000, 60_000]

/** Notes what becomes of a mail, and tells it to the app if there is one that listens. */
export function announceMail(sandbox: Sandbox, mail: Mail): void {
  const { resendWebhookSecret, mailEventDelayMs } = sandbox.options
  const events = eventsOf[takeOutcome(sandbox, mail)].map(({ type, cause }) => noteEvent(sandbox, mail, type, cause))
  if (resendWebhookSecret === null) return
  for (const [index, event] of events.entries()) planPost(sandbox, event, (index + 1) * mailEventDelayMs)
}

function noteEvent(sandbox: Sandbox, mail: Mail, type: string, cause: Record<string, unknown> = {}): MailEvent {
  const at = sandbox.now().toISOString()
  const data = {
    created_at: mail.at,
    email_id: mail.id,
    message_id: mail.headers['Message-ID'] ?? `<${mail.id}@resend.dev>`,
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    ...(mail.tags.length > 0 && { tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])) }),
    ...cause,
  }
  const event = {
    id: `msg_${newId.uuid()}`,
    mailId: mail.id,
    type,
    at,
    body: JSON.stringify({ type, created_at: at, data }),
    attempts: [],
  }
  const { mailEvents } = sandbox.store.state
  mailEvents.push(event)
  mailEvents.splice(0, Math.max(0, mailEvents.length - keptEvents))
  sandbox.store.changed()
  return event
}

function planPost(sandbox: Sandbox, event: MailEvent, delayMs: number): void {
  const { mailEventTimers } = sandbox.moods
  const timer = setTimeout(() => {
    mailEventTimers.delete(timer)
    postEvent(sandbox, event).catch((error: unknown) => complain(`mail event ${event.id} could not be sent`, error))
  }, delayMs).unref()
  mailEventTimers.add(timer)
}

/** Posts it now, signed anew as Resend does, and plans the next try unless it was taken. */
async function postEvent(sandbox: Sandbox, event: MailEvent): Promise<void> {
  const { resendWebhookSecret, appUrl, webhookTimeoutMs } = sandbox.options
  if (resendWebhookSecret === null) return
  const at = sandbox.now()
  const headers = new Headers({
    'user-agent': 'Svix-Webhooks (sandbox)',
    'svix-id': event.id,
    'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
    'svix-signature': new Webhook(resendWebhookSecret).sign(event.id, at, event.body),
  })
  const { attempt } = await postJson(
    { url: `${appUrl}/api/resend/webhook`, body: event.body, headers },
    { timeoutMs: webhookTimeoutMs, now: sandbox.now },
  )
  event.attempts.push(attempt)
  sandbox.store.changed()
  const isTaken = attempt.status !== null && attempt.status >= 200 && attempt.status < 300
  const delayMs = retryDelaysMs[event.attempts.length - 1]
  if (!isTaken && delayMs !== undefined) planPost(sandbox, event, delayMs)
}

/** Tells nothing any more. */
export function stopMailEvents(sandbox: Sandbox): void {
  for (const timer of sandbox.moods.mailEventTimers) clearTimeout(timer)
  sandbox.moods.mailEventTimers.clear()
}
