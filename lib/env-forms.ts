import { createECDH } from 'node:crypto'
import { z } from 'zod'

// The forms of settings that several keys share, or that take more than a line to check.

/** An http or https address; `what` is the sentence for another one. */
export const httpUrl = (what: string) =>
  z.string().refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''), { error: what })

/** The address of a whole site, as browsers name its origin; pages and cookies of ours begin at its root. */
export const siteUrl = z.string().transform((value, context) => {
  const url = URL.parse(value)
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin
  context.addIssue('must be an http or https address without a path or a query, such as https://relink.example.com')
  return z.NEVER
})

/** `a, b` as a list; empty parts are left out. */
export const commaList = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)

/** A key that Relink cannot do without. */
export const required = (what: string) => z.string({ error: what }).min(1, { error: what })

/** The sender: an address, or a name with the address in angle brackets. */
export const sender = required('is missing; it is the sender, for example Fernway <hello@fernway.example>').refine(
  (value) => /^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value.trim()),
  { error: 'must be an address, or a name with an address, such as Fernway <hello@fernway.example>' },
)

/** A mail server, as nodemailer reads it. */
export const smtpUrl = z.string().refine(
  (value) => {
    const url = URL.parse(value)
    return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
  },
  { error: 'must be a mail server, such as smtps://user:password@mail.example.com:465' },
)

/** Resend's secret for its webhooks (standardwebhooks): `whsec_` and base64. */
export const webhookSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{16,}={0,2}$/, { error: 'must be the signing secret that Resend shows, whsec_…' })

const keyOf = (bytes: number, what: string) =>
  z.string().refine((value) => /^[A-Za-z0-9_-]+$/.test(value) && Buffer.from(value, 'base64url').length === bytes, {
    error: what,
  })

/** The two halves of a VAPID pair in base64url, and whom a push service may write to (RFC 8292). */
export const vapidPublicKey = keyOf(65, 'must be a public key of 65 bytes in base64url')
export const vapidPrivateKey = keyOf(32, 'must be a private key of 32 bytes in base64url')
export const vapidSubject = z
  .string()
  .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, { error: 'must be a mailto: or https: address of yours' })

/** Whether a VAPID pair belongs together; a browser would refuse the messages of one that does not. */
export function isVapidPair(publicKey: string, privateKey: string): boolean {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(privateKey, 'base64url')
  return curve.getPublicKey('base64url') === publicKey
}

const tokenKey = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/), key: z.instanceof(Buffer) })

/** `id:base64key,id:base64key`: the first key seals, all of them open. */
export const tokenKeys = required('is missing; it needs at least one id:base64key pair')
  .transform((value) => value.split(',').map((pair) => pair.trim()))
  .transform((pairs, context) => {
    const keys = pairs.map((pair) => {
      const [id = '', key = ''] = pair.split(':')
      return { id, key: Buffer.from(key, 'base64') }
    })
    const isWrong = keys.some(({ id, key }) => !tokenKey.safeParse({ id, key }).success || key.length !== 32)
    if (isWrong) context.addIssue('must be id:base64key pairs parted by commas, each key 32 bytes in base64')
    // What is sealed names its key by the id alone.
    const ids = new Set(keys.map(({ id }) => id))
    if (ids.size < keys.length) context.addIssue('has one id twice; each key needs an id of its own, such as k1 and k2')
    return keys
  })
