import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'

type MailEventWish = {
  type: string
  attemptId?: string
  providerId?: string
  to?: string[]
  [field: string]: unknown
}

/** The body of one of Resend's webhooks (resend.com/docs/webhooks/event-types). */
export function mailEventBody({ type, attemptId, providerId, to, ...more }: MailEventWish): string {
  const at = new Date().toISOString()
  return JSON.stringify({
    type,
    created_at: at,
    data: {
      created_at: at,
      email_id: providerId ?? randomUUID(),
      message_id: '<x@fernway.example>',
      from: 'Fernway <hello@fernway.example>',
      to: to ?? ['marguerite@example.org'],
      subject: 'First Platypus Bank needs you to sign in again',
      ...(attemptId && { tags: { attempt_id: attemptId } }),
      ...more,
    },
  })
}

/** The headers with which Resend would send exactly this body to this installation. */
export function signMailEvent(body: string, at = new Date(), secret = process.env.RESEND_WEBHOOK_SECRET): Headers {
  const id = `msg_${randomUUID()}`
  return new Headers({
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
    'svix-signature': new Webhook(z.string().parse(secret)).sign(id, at, body),
  })
}
