import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'
import type { Mail } from '../state/mail.ts'
import { announceMail } from './mail-events.ts'
import { ResendRefusal } from './refusal.ts'

const keptMails = 500
const keyLifeMs = 24 * 60 * 60 * 1000
const mostRecipients = 50

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())

const emailSchema = z.object({
  from: z.string(),
  to: oneOrMore,
  subject: z.string(),
  html: z.string().nullish(),
  text: z.string().nullish(),
  headers: z.record(z.string(), z.string()).optional(),
  reply_to: oneOrMore.optional(),
  tags: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
})

const addressPattern = /^(?:[^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/
const addressForm = 'The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.'

function readEmail(body: unknown): z.infer<typeof emailSchema> {
  const parsed = emailSchema.safeParse(body)
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? 'body')
    const isMissing = typeof body === 'object' && body !== null && Reflect.get(body, field) === undefined
    if (isMissing) throw new ResendRefusal(422, 'missing_required_field', `Missing \`${field}\` field.`)
    throw new ResendRefusal(422, 'validation_error', `Invalid \`${field}\` field.`)
  }
  const email = parsed.data
  if (!addressPattern.test(email.from)) throw invalidAddress('from')
  if (email.to.length === 0 || email.to.length > mostRecipients || !email.to.every((to) => addressPattern.test(to))) {
    throw invalidAddress('to')
  }
  if (!email.html && !email.text) throw new ResendRefusal(422, 'validation_error', 'Missing `html` or `text` field.')
  return email
}

function invalidAddress(field: string): ResendRefusal {
  return new ResendRefusal(422, 'validation_error', `Invalid \`${field}\` field. ${addressForm}`)
}

/** The id that this key was used for, when its body was the same; refuses another body under the same key. */
function repeatedId(sandbox: Sandbox, idempotencyKey: string, bodyHash: string): string | null {
  const used = sandbox.store.state.idempotencyKeys[idempotencyKey]
  if (!used || new Date(used.expiresAt) <= sandbox.now()) return null
  if (used.bodyHash === bodyHash) return used.mailId
  const message = 'This idempotency key has been used on a request with a different payload.'
  throw new ResendRefusal(409, 'invalid_idempotent_request', message)
}

/** Takes a mail into the mailbox, once per idempotency key. Answers its id. */
export function sendEmail(sandbox: Sandbox, body: unknown, idempotencyKey: string | null): { id: string } {
  const email = readEmail(body)
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  const repeated = idempotencyKey === null ? null : repeatedId(sandbox, idempotencyKey, bodyHash)
  if (repeated !== null) return { id: repeated }
  const now = sandbox.now()
  const mail: Mail = {
    id: newId.uuid(),
    to: email.to,
    from: email.from,
    replyTo: email.reply_to ?? [],
    subject: email.subject,
    html: email.html ?? null,
    text: email.text ?? null,
    headers: email.headers ?? {},
    tags: email.tags ?? [],
    idempotencyKey,
    at: now.toISOString(),
  }
  const { mails, idempotencyKeys } = sandbox.store.state
  mails.push(mail)
  mails.splice(0, Math.max(0, mails.length - keptMails))
  if (idempotencyKey !== null) {
    const expiresAt = new Date(now.getTime() + keyLifeMs).toISOString()
    idempotencyKeys[idempotencyKey] = { bodyHash, mailId: mail.id, expiresAt }
  }
  sandbox.store.changed()
  announceMail(sandbox, mail)
  return { id: mail.id }
}
